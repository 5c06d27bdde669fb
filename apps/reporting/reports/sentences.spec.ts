import type { Statistics } from '../statistics/shapes.ts';
import { sentencesOf } from './sentences.ts';
import { durationIn } from './words.ts';

const times = { count: 20, p50: 12 * 60_000, p95: 125 * 60_000 };
const totals = { resolved: 1, open: 5, cancelled: 0, declined: 0, withdrawn: 0, reopened: 0, handedOver: 0 };
const statistics: Statistics = {
  ...totals,
  tenant: 'demo',
  period: 'month',
  from: '2026-11-01',
  to: '2026-11-30',
  fromAt: '2026-10-31T21:00:00.000Z',
  toAt: '2026-11-30T21:00:00.000Z',
  timeZone: 'Europe/Moscow',
  isRunning: false,
  received: {
    total: 22,
    byChannel: [{ key: 'web', name: 'X', count: 11, share: 0.5 }],
    byCategory: [{ key: 'a', name: 'Y', count: 11, share: 0.5 }],
    byEntryPoint: [],
    byProduct: [],
    byLanguage: [],
    byHour: [],
  },
  times: { placement: times, assignment: times, answer: times, resolution: { count: 0, p50: null, p95: null } },
  clocks: [
    { rule: 'a', clause: '2.3', name: 'P', kept: 999, broken: 0, cancelled: 0, warned: 0, running: 0 },
    { rule: 'b', clause: '2.4', name: 'M', kept: 0, broken: 1, cancelled: 0, warned: 0, running: 0 },
  ],
  employees: [],
  topCategories: [],
  series: [
    { date: '2026-11-02', received: 3, resolved: 0 },
    { date: '2026-11-03', received: 19, resolved: 1 },
  ],
  previous: { ...totals, from: '2026-10-01', to: '2026-10-31', received: 20, kept: 0, broken: 0 },
  definitions: {},
};
const questions = [{ question: 'Why?', count: 2, before: 1 }];

test('report: the month in Russian, with the right forms of nouns, and a broken promise is not rounded away', () => {
  expect(sentencesOf({ statistics, questions }, 'ru')).toEqual(
    [
      'За месяц поступило 22 обращения, на 10 % больше, чем месяцем раньше (20).',
      'Решено 1 обращение; на конец месяца открытых осталось 5.',
      'Самым загруженным днём было 3 ноября: 19 обращений.',
      'Чаще всего обращались так: «X» — 50 % от всех.',
      'Главная тема месяца — «Y»: 50 % обращений.',
      'Половина первых ответов дана быстрее чем за 12 мин, 95 из 100 — за 2 ч 5 мин.',
      'Сроки регламента соблюдены в 99 % случаев: 999 из 1 000.',
      'Чаще всего нарушался пункт 2.4 («M»): 1 раз.',
      'Чаще других спрашивали: «Why?» — 2 раза; месяцем раньше — 1.',
      'Стоит начать с темы «Y»: статья с ответом снимет больше всего обращений.',
    ].map((text) => text.replaceAll(/ (?=%|000)/g, '\u00a0')),
  );
});

test('report: the same figures in Ukrainian, Kazakh and English', () => {
  const [uk, kk, en] = (['uk', 'kk', 'en'] as const).map((language) =>
    sentencesOf({ statistics, questions }, language),
  );
  expect(uk?.[0]).toMatch(/^За місяць надійшло 22 звернення, на 10\s?% більше, ніж місяцем раніше \(20\)\.$/);
  expect(kk?.[0]).toMatch(/^Ай ішінде 22 өтініш түсті, бұл алдыңғы айдан 10\s?%-ға көп \(20\)\.$/);
  expect(en?.[0]).toBe('22 requests came in this month, 10% more than in the month before (20).');
  expect(en?.[1]).toBe('1 request was resolved; 5 were open at the end of the month.');
  expect([uk, kk, en].map((list) => list?.length)).toEqual([10, 10, 10]);
});

test('report: a figure that is not there says nothing', () => {
  const bare = {
    ...statistics,
    clocks: [],
    series: [],
    times: { ...statistics.times, answer: { count: 0, p50: null, p95: null } },
  };
  const text = sentencesOf({ statistics: bare, questions: [] }, 'en').join(' ');
  expect(text).not.toMatch(/null|NaN|undefined|answers|promise|busiest/);
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
