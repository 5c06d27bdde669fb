import { change, isDate, isMonth, shiftDate } from './dates.ts';

describe('walking through periods', () => {
  test.each([
    ['2026-11-02', 'day', -1, '2026-11-01'],
    ['2026-12-31', 'day', 1, '2027-01-01'],
    ['2026-11-02', 'week', -1, '2026-10-26'],
    ['2026-01-31', 'month', 1, '2026-02-28'],
    ['2028-03-31', 'month', -1, '2028-02-29'],
    ['2026-01-15', 'month', -1, '2025-12-15'],
  ] as const)('%s by a %s (%i) is %s', (date, period, by, shifted) => {
    expect(shiftDate(date, period, by)).toBe(shifted);
  });

  test.each([
    ['2026-11-02', true],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['yesterday', false],
    [undefined, false],
  ])('%p as a date: %p', (text, real) => {
    expect(isDate(text)).toBe(real);
  });

  test('a month in the address is read the same way', () => {
    expect([isMonth('2026-11'), isMonth('2026-13'), isMonth('2026')]).toEqual([true, false, false]);
  });

  test('nothing before is not a change of infinity', () => {
    expect([change(5, 4), change(3, 4), change(5, 0)]).toEqual([0.25, -0.25, null]);
  });
});
