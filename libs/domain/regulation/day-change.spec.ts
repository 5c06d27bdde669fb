import { prepare } from '../calendar/index.ts';
import type { CalendarSpec } from '../calendar/types.ts';
import type { Instant } from '../time/index.ts';
import { areHours, type DayChange, withDayChanges } from './day-change.ts';

const nine = [{ fromMinute: 540, toMinute: 1080 }];
const week: CalendarSpec = {
  id: 'library',
  timeZone: 'Asia/Almaty',
  week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine },
  exceptions: new Map([['2026-12-16', { hours: [], reason: 'День независимости' }]]),
};
const change = (number: number, date: string, hours: string | null, reason = 'приказ'): DayChange => ({
  number,
  date,
  hours,
  reason,
  at: number as Instant,
});
/** Hours open on a local day of Almaty (UTC+5). */
const open = (spec: CalendarSpec, date: string): number =>
  prepare(spec).between(
    Date.parse(`${date}T00:00:00+05:00`) as Instant,
    Date.parse(`${date}T24:00:00+05:00`) as Instant,
  ) / 3_600_000;

test.each([
  ['closed', '2026-12-15', 'closed', 0],
  ['shortened', '2026-12-15', '09:00-13:00', 4],
  ['a Saturday that is worked', '2026-12-19', '09:00-18:00', 9],
  ['a holiday that is worked', '2026-12-16', '10:00-12:00, 13:00-15:00', 4],
])('a day %s has the hours it was given', (_, date, hours, expected) => {
  const changed = withDayChanges(week, [change(1, date, hours)]);
  expect(open(changed, date)).toBe(expected);
  expect(prepare(changed).reasonOf(date)).toBe('приказ');
});

test('the latest change of a day wins, in whatever order they are given; taking it back gives the calendar’s own day again', () => {
  const changes = [
    change(3, '2026-12-16', null),
    change(1, '2026-12-16', '09:00-10:00'),
    change(2, '2026-12-15', 'closed'),
  ];
  const changed = withDayChanges(week, changes);
  expect([open(changed, '2026-12-15'), open(changed, '2026-12-16')]).toEqual([0, 0]);
  expect(prepare(changed).reasonOf('2026-12-16')).toBe('День независимости');
  expect(open(withDayChanges(week, [...changes, change(4, '2026-12-15', null)]), '2026-12-15')).toBe(9);
});

test('hours that nobody can read are told, and change nothing', () => {
  expect(['closed', '24/7', '09:00-13:00', '22:00-06:00'].map(areHours)).toEqual([true, true, true, true]);
  expect(['9 to 5', '18:00-09:00, 19:00-20:00', ''].map(areHours)).toEqual([false, false, false]);
  expect(open(withDayChanges(week, [change(1, '2026-12-15', '9 to 5')]), '2026-12-15')).toBe(9);
});
