import fc from 'fast-check';
import { displayNumber, formatNumber, parseNumber, spokenNumber } from './index.ts';

const number = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 9_999_999_999 }));

test('a number that was formatted is parsed back, also as it is displayed', () => {
  fc.assert(
    fc.property(number, ([year, sequence]) => {
      const made = formatNumber(year, sequence);
      expect(parseNumber(made)).toEqual({ number: made, year, sequence });
      expect(parseNumber(displayNumber(made))?.number).toBe(made);
    }),
  );
});

test('one wrong digit or two swapped neighbours are always found', () => {
  fc.assert(
    fc.property(number, fc.nat(), fc.integer({ min: 1, max: 9 }), ([year, sequence], place, shift) => {
      const made = formatNumber(year, sequence);
      const at = place % made.length;
      const wrong = made.slice(0, at) + ((Number(made[at]) + shift) % 10) + made.slice(at + 1);
      expect(parseNumber(wrong)).toBeNull();
      const next = Math.min(at, made.length - 2);
      const swapped = made.slice(0, next) + made[next + 1] + made[next] + made.slice(next + 2);
      if (swapped !== made) expect(parseNumber(swapped)).toBeNull();
    }),
  );
});

test.each([
  ['260000417', '260000417'],
  ['260 000 417', '260000417'],
  ['260\u00A0000\u00A0417', '260000417'],
  ['№ 260-000-417', '260000417'],
  ['#260.000.417', '260000417'],
  ['No. 260/000/417', '260000417'],
  ['  26O OOO 417 ', '260000417'],
  ['26О ООО 417', '260000417'],
  ['２６００００４１７', '260000417'],
  ['260–000–417', '260000417'],
  ['260000418', null],
  ['', null],
  ['abc', null],
  ['26000041', null],
  ['2600004170000000', null],
  ["260000417'; drop table works", null],
  ['9'.repeat(5000), null],
])('people write a number in many ways: %j is read as %j', (typed, read) => {
  const made = formatNumber(2026, 41);
  expect(
    parseNumber(typed.replaceAll('417', made.slice(-3)).replaceAll('４１７', made.slice(-3)))?.number ?? null,
  ).toBe(read === null ? null : made);
});

test('a number is shown and read out in groups that are easy to keep in mind', () => {
  const made = formatNumber(2026, 41);
  expect(displayNumber(made)).toBe(`260\u00A0000\u00A041${made.at(-1)}`);
  expect(spokenNumber(formatNumber(2026, 123456), 'ru')).toMatch(/^два шесть один, два три четыре, пять шесть \S+$/);
  expect(spokenNumber(formatNumber(2026, 123456), 'kk')).toMatch(/^екі алты бір, /);
  expect(
    displayNumber(formatNumber(2026, 1_234_567))
      .split('\u00A0')
      .map((part) => part.length),
  ).toEqual([3, 3, 2, 2]);
});

test('a running number that cannot be is a bug, not a number', () => {
  expect(() => formatNumber(2026, 0)).toThrow(RangeError);
  expect(() => formatNumber(1999, 1)).toThrow(RangeError);
  expect(() => formatNumber(2026, 1.5)).toThrow(RangeError);
});
