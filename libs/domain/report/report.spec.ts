import { prepare } from '../calendar/index.ts';
import type { Instant } from '../time/index.ts';
import { composeReport } from './compose.ts';
import { conclude } from './conclude.ts';
import { duePeriods } from './due.ts';
import { composeReportLetter } from './letters.ts';
import { busy, figures, period } from './report.samples.ts';
import { sentencesIn } from './sentences/index.ts';
import { durationIn, longDayIn, monthIn } from './words.ts';

const LANGUAGES = ['ru', 'uk', 'kk', 'en'] as const;
/** Without the narrow and wide spaces that a typesetter puts. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('report: what changed, why, and what to do, in Russian, with nouns in the right form', () => {
  const { changed, why, todo } = conclude(busy, 'ru');
  expect(changed.map(plain)).toEqual([
    'Поступило 22 обращения — на 10 % больше, чем за предыдущий период (20).',
    'Решено 21 обращение, открытых на конец периода осталось 5.',
    'Открытых обращений стало больше: 5 вместо 1.',
    'Сроки регламента соблюдены в 99 % случаев: 1 008 из 1 009.',
    'Первый ответ в половине случаев дан не позже чем через 12 мин, в 95 случаях из 100 — не позже чем через 2 ч 5 мин.',
  ]);
  expect(why.map(plain)).toEqual([
    'Главная тема — «Y»: 50 % обращений.',
    'Больше всего прибавилось обращений по теме «Y»: 11 вместо 0.',
    'Основной канал — «X»: 50 % обращений.',
    'Самый загруженный день — 3 ноября: 19 обращений.',
    'Чаще всего обращались с 9:00 до 10:00: за этот час пришло 21 обращение.',
    'Чаще других нарушался срок «M» (пункт 2.4): 1 раз из 10.',
    'Чаще других спрашивали: «Q?» — 3 раза, а за предыдущий период — 1.',
    'Открыто снова 2 обращения: ответ с первого раза не помог.',
  ]);
  expect(todo.map(plain)).toEqual([
    'Проверьте, кто дежурит с 9:00 до 10:00: в это время обращений больше всего, а срок «M» (пункт 2.4) нарушается чаще других.',
    'Разберите открытые обращения: за период их прибавилось на 4.',
    'Опубликуйте ответ на вопрос «Q?»: его задают чаще других.',
    'Посмотрите, как распределена работа: один сотрудник (Anna) решает 71 % обращений.',
    'Перечитайте обращения, открытые снова: по ним видно, какие ответы не помогают.',
  ]);
});

test('report: the other languages say the same sentences in their own words', () => {
  const first = (language: (typeof LANGUAGES)[number]) => plain(conclude(busy, language).changed[0] ?? '');
  expect(first('uk')).toBe('Надійшло 22 звернення — на 10% більше, ніж за попередній період (20).');
  expect(first('kk')).toBe('22 өтініш түсті, бұл алдыңғы кезеңдегіден (20) 10%-ға көп.');
  expect(first('en')).toBe('22 requests came in, 10% more than in the period before (20).');
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
  expect(sentencesIn[language].received(count)).toBe(sentence);
});

test('report: a quiet period is one sentence, a good one asks for no change, and less than half a percent is no change', () => {
  expect(conclude(figures(period()), 'en')).toEqual({
    changed: ['There were no requests in this time.'],
    why: [],
    todo: [],
  });
  const good = figures(period({ came: 301, resolved: 5 }), period({ came: 300 }));
  expect(conclude(good, 'en').changed[0]).toBe('301 requests came in, nearly as many as in the period before (300).');
  expect(conclude(good, 'en').todo).toEqual([
    'Nothing needs to change: promises are kept, and there are no more open requests than before.',
  ]);
});

test.each(LANGUAGES)('report: the document and the letter in %s have no hole, and carry the figures', (language) => {
  const document = composeReport(busy, language);
  const letter = composeReportLetter({ ...busy, kind: 'week', from: '2026-11-23', to: '2026-11-29' }, language, 'A');
  const text = JSON.stringify(document) + letter.subject + letter.body;
  expect(text).not.toMatch(/undefined|NaN|\$\{|Infinity/);
  const [row] = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
  );
  expect(row?.map(({ value }) => value)).toEqual([null, 22, 20, 2]);
  expect(letter.body).toContain(conclude(busy, language).changed[0]);
});

test('report: a handful is compared by number, and no subject is made of one request', () => {
  const one = { key: 'a', name: 'Y', count: 1, share: 1 };
  const few = period({ received: { ...period().received, total: 1, byCategory: [one], byChannel: [one] } });
  const { changed, why } = conclude(figures(few, period({ came: 2 })), 'ru');
  expect([changed[0], why]).toEqual(['Поступило 1 обращение, за предыдущий период — 2.', []]);
});

test('report: months and days as each language says them', () => {
  expect(LANGUAGES.map((language) => monthIn(language, '2026-11'))).toEqual([
    'ноябрь 2026 года',
    'листопад 2026 року',
    '2026 жылғы қараша',
    'November 2026',
  ]);
  expect(LANGUAGES.map((language) => longDayIn(language, '2026-11-03'))).toEqual([
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
  [3600, '1 h'],
  [93_784, '1 d 2 h'],
])('report: %d seconds are written %s', (seconds, text) => {
  expect(durationIn('en', seconds)).toBe(text);
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
