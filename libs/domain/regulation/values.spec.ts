import { parseDuration, parseHours, parsePart, parseWeekdays } from './values.ts';

describe('values of the regulation format', () => {
  test.each([
    ['45 s', 45_000],
    ['3 min', 180_000],
    ['30min', 1_800_000],
    ['1 h 30 min', 5_400_000],
    ['2 d', 172_800_000],
  ])('%s is a span of %i ms', (text, ms) => expect(parseDuration(text)).toEqual({ unit: 'ms', ms }));

  test.each([
    ['5 working days', { unit: 'working-days', days: 5 }],
    ['1 working day', { unit: 'working-days', days: 1 }],
    ['none', { unit: 'none' }],
  ])('%s', (text, expected) => expect(parseDuration(text)).toEqual(expected));

  test.each(['', '0 min', '30', 'min', '-5 min', '1.5 h', '5 weeks', '0 working days'])('%j is no span', (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  );

  test.each([
    ['09:00-18:00', [[540, 1080]]],
    ['9:00–18:00', [[540, 1080]]],
    [
      '09:00-13:00, 14:00-18:00',
      [
        [540, 780],
        [840, 1080],
      ],
    ],
    ['22:00-06:00', [[1320, 1800]]],
    ['00:00-24:00', [[0, 1440]]],
    ['24/7', [[0, 1440]]],
    ['closed', []],
  ])('hours %s', (text, expected) =>
    expect(parseHours(text)).toEqual(expected.map(([fromMinute, toMinute]) => ({ fromMinute, toMinute }))),
  );

  test.each([
    ['9-18', 'unreadable'],
    ['09:00-25:00', 'unreadable'],
    ['09:00-12:00-15:00', 'unreadable'],
    ['22:00-06:00, 07:00-08:00', 'order'],
  ])('hours %s are refused: %s', (text, fault) => expect(parseHours(text)).toBe(fault));

  test.each([
    ['mon-fri', 5],
    ['sat', 1],
    ['mon, wed, fri', 3],
    ['every day', 7],
  ])('%s names %i days', (text, count) => expect(parseWeekdays(text)).toHaveLength(count));

  test.each(['fri-mon', 'mon, mon', 'monday', ''])('%j names no days', (text) =>
    expect(parseWeekdays(text)).toBeUndefined(),
  );

  test.each([
    ['80 %', 0.8],
    ['0.5', 0.5],
    ['100 %', undefined],
    ['0 %', undefined],
    ['much', undefined],
  ])('%s as a part is %s', (text, part) => expect(parsePart(text)).toBe(part));
});
