import { localDate } from '@reglament/domain/time';
import { datesOf, periodBefore, periodOf } from './period.ts';

const iso = (at: number) => new Date(at).toISOString();

test.each([
  ['day', '2026-11-22', 'Europe/Moscow', '2026-11-21T21:00:00.000Z', '2026-11-22T21:00:00.000Z'],
  ['day', '2026-11-22', 'Asia/Almaty', '2026-11-21T19:00:00.000Z', '2026-11-22T19:00:00.000Z'],
  ['day', '2026-10-25', 'Europe/Kyiv', '2026-10-24T21:00:00.000Z', '2026-10-25T22:00:00.000Z'],
  ['week', '2026-11-22', 'Europe/Moscow', '2026-11-15T21:00:00.000Z', '2026-11-22T21:00:00.000Z'],
  ['week', '2026-11-23', 'Europe/Moscow', '2026-11-22T21:00:00.000Z', '2026-11-29T21:00:00.000Z'],
  ['month', '2024-02-29', 'Europe/Moscow', '2024-01-31T21:00:00.000Z', '2024-02-29T21:00:00.000Z'],
  ['month', '2026-12-31', 'Asia/Almaty', '2026-11-30T19:00:00.000Z', '2026-12-31T19:00:00.000Z'],
] as const)('period: the %s of %s in %s is [%s, %s)', (kind, date, zone, from, to) => {
  const period = periodOf(kind, date, zone);
  expect([iso(period.from), iso(period.to)]).toEqual([from, to]);
  expect(periodBefore(period).to).toBe(period.from);
});

test('period: a month’s dates are all of its days', () => {
  const dates = datesOf(periodOf('month', '2024-02-10', 'Europe/Kyiv'));
  expect([dates.length, dates[0], dates.at(-1)]).toEqual([29, '2024-02-01', '2024-02-29']);
});

test('period: today is the tenant’s today', () => {
  const at = Date.parse('2026-11-22T20:30:00Z') as Parameters<typeof localDate>[0];
  expect(['Europe/London', 'Europe/Moscow', 'Asia/Almaty'].map((zone) => localDate(at, zone))).toEqual([
    '2026-11-22',
    '2026-11-22',
    '2026-11-23',
  ]);
});
