import { kazakhDate, kazakhUnit } from './kazakh.ts';

// Node knows Kazakh whole, and browsers do not: what is written out is compared with it.
const timeZone = 'Asia/Almaty';
const shapes = [
  { day: 'numeric', month: 'long', year: 'numeric', timeZone },
  { day: 'numeric', month: 'short', year: 'numeric', timeZone },
  { weekday: 'short', day: 'numeric', month: 'short', timeZone },
  { month: 'long', year: 'numeric', timeZone },
  { day: 'numeric', month: 'long', timeZone },
  { weekday: 'long', timeZone },
  { weekday: 'short', timeZone },
] as const;
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test.each(shapes)('Kazakh dates are as CLDR has them: %j', (shape) => {
  const known = new Intl.DateTimeFormat('kk', shape);
  for (let day = 0; day < 366; day += 5) {
    const at = Date.UTC(2026, 0, 1 + day, 20);
    expect(kazakhDate(at, shape)).toBe(plain(known.format(at)));
  }
});

test.each(['day', 'hour', 'minute', 'second'] as const)('a Kazakh %s', (unit) => {
  const known = new Intl.NumberFormat('kk', { style: 'unit', unit, unitDisplay: 'short' });
  for (const value of [1, 2, 21]) expect(kazakhUnit(value, unit)).toBe(plain(known.format(value)));
});
