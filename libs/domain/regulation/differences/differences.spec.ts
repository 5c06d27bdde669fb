import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProductionCalendar } from '../../calendar/index.ts';
import { changeText } from '../change-text.ts';
import { parseRegulation } from '../load.ts';
import { mistakeLine } from '../mistakes.ts';
import type { Language, Regulation } from '../types.ts';
import { differencesInShort, differencesInWords } from './index.ts';
import { PARTS } from './names.ts';

const folder = join(import.meta.dirname, '../../../../regulations');
const productionCalendars = new Map(
  readdirSync(join(folder, 'calendars')).flatMap((name) => {
    const parsed = parseProductionCalendar(name.slice(0, 2), readFileSync(join(folder, 'calendars', name), 'utf8'));
    return parsed.ok ? [[name.slice(0, 2), parsed.calendar] as const] : [];
  }),
);
const texts = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replace('.yaml', ''), readFileSync(join(folder, name), 'utf8')]),
);
const read = (tenant: string, text: string): Regulation => {
  const loaded = parseRegulation(text, { file: `${tenant}.yaml`, productionCalendars });
  if (!loaded.ok) throw new Error(loaded.mistakes.map(mistakeLine).join('\n'));
  return loaded.regulation;
};
const textOf = (tenant: string): string => texts.get(tenant) ?? '';
const all = new Map([...texts].map(([tenant, text]) => [tenant, read(tenant, text)]));
const regulation = (tenant: string): Regulation => all.get(tenant) as Regulation;

/** The regulation with values changed: `clocks.answer.within` → `20 min`; null takes a part out. */
function changed(tenant: string, changes: Readonly<Record<string, string | null>>): Regulation {
  const made = changeText(
    textOf(tenant),
    Object.entries(changes).map(([at, to]) => ({ at: at.split('/'), to })),
  );
  if (!made.ok) throw new Error(`no place ${made.at.join('/')}`);
  return read(tenant, made.text);
}

const told = (tenant: string, changes: Readonly<Record<string, string | null>>, language: Language) =>
  differencesInWords(regulation(tenant), changed(tenant, changes), language).flatMap(({ clause, sentences }) =>
    sentences.map((sentence) => [clause, sentence]),
  );

test.each([...all.keys()])('%s: nothing is different from itself, and each of its parts has a name', (tenant) => {
  const edition = { id: 'newer', inForceFrom: '2030-01-01' };
  expect(differencesInWords(regulation(tenant), { ...regulation(tenant), edition }, 'en')).toEqual([]);
  const unnamed = Object.keys(regulation(tenant)).filter((part) => PARTS[part] === undefined);
  expect(unnamed.sort()).toEqual(['calendarClause', 'edition', 'tenant']);
});

test.each<[Language, string, Record<string, string | null>, [string | null, string]]>([
  [
    'ru',
    'ovk',
    { 'clocks/answer/within': '20 min' },
    ['2.7', '«Ответ на справочный вопрос»: было 30 минут рабочего времени, стало 20 минут рабочего времени.'],
  ],
  [
    'en',
    'ovk',
    { 'clocks/answer/within': '2 working days' },
    ['2.7', '“Ответ на справочный вопрос”: it was 30 minutes of working time, it is now 2 working days.'],
  ],
  [
    'ru',
    'ovk',
    { 'calendar/week/mon-fri': '08:00-12:00, 13:00-17:00' },
    ['1.3', 'Часы работы: были пн–пт 9:00–18:00, стали пн–пт 8:00–12:00, 13:00–17:00.'],
  ],
  ['uk', 'kuty', { phone: '0 (800) 11-11-11' }, [null, 'Телефон: було 0 (800) 00-00-21, стало 0 (800) 11-11-11.']],
  [
    'kk',
    'kz-portal',
    { 'reasons/duplicate/name/kk': 'Қайталанған өтініш' },
    [null, 'Себептер: «Басқа өтінішті қайталайды» енді «Қайталанған өтініш» деп аталады.'],
  ],
  ['ru', 'ovk', { phone: '8 800 000-00-00' }, [null, 'Телефон: было 8 (800) 555-06-40, стало 8 800 000-00-00.']],
  ['ru', 'ovk', { 'texts/welcome': 'Здравствуйте.' }, [null, 'Изменился раздел «Приветствие и правила».']],
  [
    'ru',
    'edoc',
    { 'clocks/resolution/within/user/proposal': '10 working days' },
    ['3', '«Решение (Пользователь портала, Предложение)»: было 15 рабочих дней, стало 10 рабочих дней.'],
  ],
  ['ru', 'ovk', { 'letters/replied/subject': 'Ответ {number}' }, ['2.7', 'Изменилось письмо: ответ.']],
  [
    'ru',
    'ovk',
    { queueOrder: 'arrival' },
    [
      null,
      'Порядок очереди: было сначала срочные, остальные по порядку поступления, стало строго по порядку поступления.',
    ],
  ],
])('%s %s: %j is told in a sentence under its clause', (language, tenant, changes, expected) => {
  expect(told(tenant, changes, language)).toEqual([expected]);
});

test('single days are told by date, a whole other calendar by their number', () => {
  const day = changed('ovk', {
    'calendar/exceptions/2026-12-30/hours': '09:00-15:00',
    'calendar/exceptions/2026-12-30/reason': 'x',
  });
  expect(differencesInWords(regulation('ovk'), day, 'ru')[0]?.sentences).toEqual([
    '30 декабря 2026 г.: было обычный день, стало 9:00–15:00.',
  ]);
  const none = changed('ovk', { 'calendar/productionCalendar': null });
  expect(differencesInWords(regulation('ovk'), none, 'ru')[0]?.sentences).toEqual([
    expect.stringMatching(/^Особых дней календаря изменено: \d\d+\.$/),
  ]);
});

test('differences stand in the order of the clauses, each with the clause’s own words', () => {
  const found = differencesInWords(
    regulation('ovk'),
    changed('ovk', { 'clocks/answer/within': '20 min', phone: '1', 'calendar/week/mon-fri': '09:00-17:00' }),
    'ru',
  );
  expect(found.map(({ clause }) => clause)).toEqual([null, '1.3', '2.7']);
  expect(found[2]?.text).toBe('На справочный вопрос отвечают в течение 30 минут после поступления заявки.');
});

test('any two regulations differ in words in each language, and the short text keeps its length', () => {
  const [first, second] = ['edoc', 'kuty'].map(regulation) as [Regulation, Regulation];
  for (const language of ['ru', 'uk', 'kk', 'en'] as const) {
    const found = differencesInWords(first, second, language);
    expect(
      found
        .flatMap(({ sentences }) => sentences)
        .filter((one) => /[{}]|undefined/.test(one.replaceAll(/«.*»|“.*”/gs, ''))),
    ).toEqual([]);
    const short = differencesInShort(found, language, 400);
    expect(short.length).toBeLessThanOrEqual(400);
    expect(short.endsWith('…')).toBe(true);
  }
  expect(differencesInShort([{ clause: '2.1', text: null, sentences: ['Мерзім өзгерді.'] }], 'kk', 400)).toBe(
    '2.1-тармақ. Мерзім өзгерді.',
  );
});
