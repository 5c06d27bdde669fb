import type { ProductionCalendar } from '../calendar/types.ts';
import { type Mistake, mistakeIn, mistakeLine, parseRegulation, sentenceOf } from './index.ts';
import { RULES, type Rule, type Saying, said } from './mistake-words/index.ts';
import { rows } from './mistakes-rows.samples.ts';
import { sound } from './mistakes-sound.samples.ts';

const productionCalendars = new Map<string, ProductionCalendar>([
  ['ru', { id: 'ru', source: 'test', completeThrough: 2026, days: new Map() }],
]);

const load = (text: string) => parseRegulation(text, { file: 'regulations/small.yaml', productionCalendars });

const mistakesOf = (text: string): readonly Mistake[] => {
  const loaded = load(text);
  return loaded.ok ? [] : loaded.mistakes;
};

const LANGUAGES = ['ru', 'uk', 'kk', 'en'] as const;

/** What a sentence names as it stands in the file, in whatever order the language puts it. */
const valuesIn = (sentence: string): readonly string[] => [...new Set(sentence.match(/`[^`]+`|\{\w+\}|\d+/g))].sort();

/** The items of the lists that a sentence is told of. */
const listedIn = ({ values }: Saying): readonly unknown[] =>
  values.flatMap((named) => Object.values(named)).flatMap((value) => (Array.isArray(value) ? value : []));

/** Each language says it in its own words, and names all that English names. */
function inEveryLanguage(says: Saying): void {
  const english = sentenceOf({ says }, 'en');
  for (const language of ['ru', 'uk', 'kk'] as const) {
    const sentence = sentenceOf({ says }, language);
    expect(sentence).toMatch(/\p{Script=Cyrillic}.*[.?]$/u);
    expect({ sentence, values: valuesIn(sentence) }).toEqual({ sentence, values: valuesIn(english) });
    for (const item of listedIn(says)) expect(sentence).toContain(item);
  }
  expect(new Set(LANGUAGES.map((language) => sentenceOf({ says }, language))).size).toBe(LANGUAGES.length);
}

/** Rules that no spoiling of the small regulation breaks, in the catalogue's order, and why. */
const NOT_IN_THE_TABLE: Readonly<Partial<Record<Rule, string>>> = {
  mustBeOtherwise: 'what zod says by itself: every shape names a rule of ours today',
  editionOfAnother: 'of an edition in a tenant’s folder: a test of its own',
  editionMisnamed: 'of an edition in a tenant’s folder: a test of its own',
  editionTwice: 'of an edition in a tenant’s folder: a test of its own',
};

describe('a wrong regulation is refused with file, line, clause and a sentence', () => {
  test('the sample itself has no mistake', () => {
    const loaded = load(sound);
    expect(loaded.ok ? [] : loaded.mistakes.map(mistakeLine)).toEqual([]);
  });

  test.each(rows)('%s', (_, from, to, blamed, clause, says) => {
    expect(sound.split(from).length).toBeGreaterThan(1);
    const spoiled = sound.replace(from, to);
    const loaded = load(spoiled);
    if (loaded.ok) throw new Error('the spoiled regulation was accepted');
    const lines = spoiled.split('\n');
    const found = loaded.mistakes.map((m) => ({ ...m, text: lines[m.line - 1] ?? '' }));
    const match = found.find(
      (m) => sentenceOf(m, 'en').includes(says) && m.text.includes(blamed) && m.clause === clause,
    );
    expect(match ?? found).toEqual(expect.objectContaining({ file: 'regulations/small.yaml' }));
  });

  test('an edition in the folder of another hotline', () => {
    const loaded = parseRegulation(sound, { file: 'other/1.yaml', tenant: 'other', productionCalendars });
    expect(loaded.ok ? [] : loaded.mistakes.map(mistakeLine)).toEqual([
      'other/1.yaml:1: This must be an edition of the regulation of `other`; it says that it is that of `small`.',
    ]);
  });

  test('all mistakes are told at once, in the order of the file', () => {
    const loaded = load(sound.replace('skill: talk', 'skill: song').replace('vendor: maker', 'vendor: baker'));
    const lines = loaded.ok ? [] : loaded.mistakes.map((m) => m.line);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  test.each(['', 'hello', '[]', '- 1\n- 2', '42', 'a: &x [*x]', '\u0000'])('%j is refused, never thrown at', (text) => {
    expect(load(text).ok).toBe(false);
  });
});

describe('a mistake is told in the reader’s language', () => {
  test.each(rows)('%s', (_, from, to) => {
    for (const { says } of mistakesOf(sound.replace(from, to))) inEveryLanguage(says);
  });

  test('so are those that the table does not reach', () => {
    inEveryLanguage(said('mustBeOtherwise', { part: { name: 'within', isEntry: true } }));
    inEveryLanguage(said('editionOfAnother', { tenant: 'other', said: 'small' }));
    inEveryLanguage(said('editionMisnamed', { id: 'next' }));
    inEveryLanguage(said('editionTwice', { id: 'next', tenant: 'small' }));
  });

  test('every sentence is reached by a row of the table, but for those that say why not', () => {
    const told = new Set(rows.flatMap(([, from, to]) => mistakesOf(sound.replace(from, to))).map((m) => m.says.rule));
    expect(RULES.filter((rule) => !told.has(rule))).toEqual(Object.keys(NOT_IN_THE_TABLE));
  });

  test('with its place', () => {
    const says = said('noSuch', { what: 'clock', id: 'answer' });
    const mistake = { file: 'x.yaml', line: 12, clause: '2.4', says };
    expect(LANGUAGES.map((language) => mistakeIn(mistake, language))).toEqual([
      'x.yaml, строка 12, пункт 2.4: В регламенте нет срока `answer`.',
      'x.yaml, рядок 12, пункт 2.4: У регламенті немає строку `answer`.',
      'x.yaml, 12-жол, 2.4-тармақ: Регламентте `answer` мерзімі жоқ.',
      'x.yaml, line 12, clause 2.4: There is no clock `answer` in this regulation.',
    ]);
    expect(mistakeIn({ ...mistake, clause: null }, 'ru')).toBe('x.yaml, строка 12: В регламенте нет срока `answer`.');
  });
});
