import { prepare } from '../calendar/index.ts';
import type { Instant } from '../time/index.ts';
import { composeReport } from './compose.ts';
import { conclude } from './conclude.ts';
import { duePeriods } from './due.ts';
import { periodWords } from './earlier.ts';
import { composeReportLetter } from './letters.ts';
import { busy, figures, period } from './report.samples.ts';
import { sentencesIn } from './sentences/index.ts';
import { daysIn, durationIn, longDayIn, monthIn } from './words.ts';

const LANGUAGES = ['ru', 'uk', 'kk', 'en'] as const;
/** Without the narrow and wide spaces that a typesetter puts. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('report: what changed, why, and what to do, in Russian, with nouns in the right form', () => {
  const { changed, why, todo } = conclude(busy, 'ru');
  expect(changed.map(plain)).toEqual([
    'Поступило 22 обращения — на 10 % больше, чем в октябре (20).',
    'Решено 21 обращение, ещё 2 закрыто без решения; к концу месяца открытых осталось 5.',
    'Открытых обращений стало больше: 5, а в октябре — 1.',
    'Сроки регламента соблюдены в 99 % случаев: 1 008 из 1 018.',
    'Половина первых ответов дана за 12 мин, 95 из 100 — за 2 ч 5 мин.',
  ]);
  expect(why.map(plain)).toEqual([
    'Прибавилось прежде всего обращений на тему «Y»: 11, а в октябре — 0.',
    'Канал «X» стали выбирать чаще: 50 % обращений, а в октябре — 20 %.',
    'Больше всего пришло 3 ноября (вторник): 13 обращений, а в обычный рабочий день — 3.',
    'Чаще всего обращались с 9:00 до 10:00: 21 обращение за этот час.',
    'Чаще других нарушался срок «M» (пункт 2.4): 10 раз из 19.',
    'Из этих нарушений на время с 13:00 до 14:00 приходится 4 из 10.',
    'Чаще других спрашивали: «Q» — 3 раза, а в октябре — 1.',
    'Открыто снова 2 обращения: ответ с первого раза не помог.',
  ]);
  expect(todo.map(plain)).toEqual([
    'Проверьте, хватает ли людей с 13:00 до 14:00: на это время приходится больше всего нарушений срока «M» (пункт 2.4).',
    'Разберите открытые обращения: их на 4 больше, чем в октябре.',
    'Опубликуйте ответ на вопрос «Q»: его задают чаще других, а статьи о нём нет.',
    'Посмотрите, как распределена работа: один сотрудник (Anna) решает 71 % обращений.',
    'Перечитайте обращения, открытые снова: по ним видно, какие ответы не помогают.',
  ]);
});

test('report: the other languages say the same sentences in their own words', () => {
  const first = (language: (typeof LANGUAGES)[number]) => plain(conclude(busy, language).changed[0] ?? '');
  expect(first('uk')).toBe('Надійшло 22 звернення — на 10% більше, ніж у жовтні (20).');
  expect(first('kk')).toBe('22 өтініш түсті — қазандағыдан (20) 10%-ға көп.');
  expect(first('en')).toBe('22 requests came in, 10% more than in October (20).');
  const counts = LANGUAGES.map((language) => Object.values(conclude(busy, language)).map((list) => list.length));
  expect(new Set(counts.map(String)).size).toBe(1);
});

test.each([
  ['ru', 1, 'Поступило 1 обращение.'],
  ['ru', 5, 'Поступило 5 обращений.'],
  ['ru', 111, 'Поступило 111 обращений.'],
  ['uk', 2, 'Надійшло 2 звернення.'],
  ['uk', 11, 'Надійшло 11 звернень.'],
  ['kk', 7, '7 өтініш түсті.'],
  ['en', 1, '1 request came in.'],
] as const)('report: in %s, %d requests: %s', (language, count, sentence) => {
  expect(plain(sentencesIn(language, 'month', '2026-11-01').received(count))).toBe(sentence);
});

test('report: a quiet period is one sentence, a good one asks for no change, and less than half a percent is no change', () => {
  expect(conclude(figures(period()), 'en')).toEqual({
    changed: ['There were no requests in this time.'],
    why: [],
    todo: [],
  });
  const good = figures(period({ came: 301, resolved: 5 }), period({ came: 300 }));
  expect(plain(conclude(good, 'en').changed[0] ?? '')).toBe(
    '301 requests came in, nearly as many as in October (300).',
  );
  expect(conclude(good, 'en').todo).toEqual(['Nothing needs to change: there are no more open requests than before.']);
  const kept = { rule: 'a', clause: '2.3', name: 'P', kept: 9, broken: 0, worstHour: null };
  expect(conclude({ ...good, now: { ...good.now, clocks: [kept] } }, 'en').todo).toEqual([
    'Nothing needs to change: promises are kept, and there are no more open requests than before.',
  ]);
});

test.each(LANGUAGES)('report: the document and the letter in %s have no hole, and carry the figures', (language) => {
  const document = composeReport(busy, language);
  const week = { ...busy, kind: 'week' as const, from: '2026-11-23', to: '2026-11-29' };
  const letter = composeReportLetter(week, language, 'A');
  const text = JSON.stringify(document) + letter.subject + letter.body;
  expect(text).not.toMatch(/undefined|NaN|\$\{|Infinity/);
  const [row] = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
  );
  expect(row?.map(({ value }) => value)).toEqual([null, 22, 20, 2]);
  expect(letter.body).toContain(conclude(week, language).changed[0]);
});

test.each(LANGUAGES)(
  'report: a month in which nothing came says so in %s wherever there is nothing to draw',
  (language) => {
    const { sections } = composeReport(figures(period()), language);
    const blocks = sections.flatMap((section) => section.blocks);
    expect(blocks.filter((block) => block.kind === 'chart')).toEqual([]);
    expect(blocks.filter((block) => block.kind === 'paragraph').length).toBe(4);
  },
);

test('report: the first month of a hotline is compared with none', () => {
  const first = figures(period({ came: 20, open: 13, received: { ...busy.now.received, total: 20 } }));
  expect(JSON.stringify(conclude(first, 'ru'))).not.toContain('октябр');
  const [conclusions, ...others] = composeReport(first, 'ru').sections;
  expect(JSON.stringify(conclusions)).not.toContain('октябр');
  const charts = others.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'));
  expect(charts.length).toBeGreaterThan(0);
  expect(JSON.stringify(charts)).not.toContain('октябр');
});

test('report: a handful is compared by number, and no subject is made of one request', () => {
  const one = { key: 'a', name: 'Y', count: 1, share: 1 };
  const few = period({ received: { ...period().received, total: 1, byCategory: [one], byChannel: [one] } });
  const { changed, why } = conclude(figures(few, period({ came: 2 })), 'ru');
  expect([plain(changed[0] ?? ''), why]).toEqual(['Поступило 1 обращение, в октябре — 2.', []]);
});

test('report: months and days as each language says them', () => {
  expect(LANGUAGES.map((language) => monthIn(language, '2026-11'))).toEqual([
    'ноябрь 2026 года',
    'листопад 2026 року',
    '2026 жылғы қараша',
    'November 2026',
  ]);
  expect(LANGUAGES.map((language) => plain(longDayIn(language, '2026-11-03')))).toEqual([
    '3 ноября 2026 года',
    '3 листопада 2026 року',
    '2026 жылғы 3 қараша',
    '3 November 2026',
  ]);
});

test.each([
  [0, '0 s'],
  [59.6, '1 min'],
  [61, '1 min 1 s'],
  [1469, '24 min'],
  [3600, '1 h'],
  [36_500, '10 h'],
  [93_784, '1 d 2 h'],
])('report: %d seconds are written %s', (seconds, text) => {
  expect(plain(durationIn('en', seconds))).toBe(text);
});

test('report: days of a stretch as each language says them', () => {
  expect(LANGUAGES.map((language) => plain(daysIn(language, '2026-11-09', '2026-11-15')))).toEqual([
    '9–15 ноября 2026 года',
    '9–15 листопада 2026 року',
    '2026 жылғы 9–15 қараша',
    '9–15 November 2026',
  ]);
  expect(plain(daysIn('kk', '2026-09-28', '2026-10-04'))).toBe('2026 жылғы 28 қыркүйек – 4 қазан');
  expect(plain(daysIn('ru', '2026-12-28', '2027-01-03'))).toBe('28 декабря 2026 года – 3 января 2027 года');
});

test.each([
  ['ru', 'чем в декабре'],
  ['uk', 'ніж у грудні'],
  ['kk', 'желтоқсандағыдан'],
  ['en', 'than in December'],
] as const)('report: in %s January is compared with December of the year before', (language, than) => {
  expect(periodWords(language, 'month', '2027-01-01').than).toBe(than);
  expect(periodWords('kk', 'month', '2026-10-01').than).toBe('қыркүйектегіден');
});

test('report: a handful of answers has a longest one, not a percentile; a median that moved by a quarter is told', () => {
  const answer = (count: number, p50: number) => ({
    times: { ...period().times, answer: { count, p50: p50 * 60_000, p95: 3_600_000 } },
  });
  const said = (now: number, before: number) =>
    conclude(figures(period({ came: 9, ...answer(now, 10) }), period({ came: 9, ...answer(50, before) })), 'en')
      .changed.map(plain)
      .find((sentence) => /answer/i.test(sentence));
  expect(said(9, 10)).toBe('A first answer usually took 10 min; the longest took 1 h.');
  expect(said(40, 12)).toBe('Half of the first answers were given within 10 min, 95 in 100 within 1 h.');
  expect(said(40, 13)).toContain('faster');
  expect(said(40, 8)).toContain('more slowly');
});

test('report: a question that an article answers is not asked to be answered again', () => {
  const asked = { question: 'Q?', categoryName: 'Y', count: 9, before: 2, article: 'A' };
  const { todo } = conclude({ ...busy, questions: [asked] }, 'en');
  expect(todo.map(plain)).toContain('Read the article “A” again: it is there, and yet people ask most of all: “Q?”.');
});

const nineToSix = [{ fromMinute: 540, toMinute: 1080 }];
const office = prepare({
  id: 'office',
  timeZone: 'UTC',
  week: { mon: nineToSix, tue: nineToSix, wed: nineToSix, thu: nineToSix, fri: nineToSix },
  exceptions: new Map(),
});
const due = (now: string) =>
  duePeriods(
    ['month', 'week', 'day'],
    Date.parse(now) as Instant,
    now.slice(0, 10),
    office,
    (date) => Date.parse(`${date}T00:00:00Z`) as Instant,
  ).map(({ kind, from, to }) => `${kind} ${from} ${to}`);

test('report: due at the opening of the first working day after its period, not at midnight, and not on a Sunday', () => {
  // 1 November 2026 is a Sunday.
  expect(due('2026-11-01T12:00:00Z')).toEqual(['week 2026-10-19 2026-10-25']);
  expect(due('2026-11-02T08:59:59Z')).toEqual([]);
  expect(due('2026-11-02T09:00:00Z')).toEqual([
    'month 2026-10-01 2026-10-31',
    'week 2026-10-26 2026-11-01',
    'day 2026-10-30 2026-10-30',
  ]);
});
