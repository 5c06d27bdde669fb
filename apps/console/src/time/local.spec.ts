import { localField, momentOf } from './local.ts';

test.each([
  ['2026-11-27T12:30', 'Europe/Moscow', '2026-11-27T09:30:00.000Z'],
  ['2026-11-27T00:10', 'Asia/Almaty', '2026-11-26T19:10:00.000Z'],
  ['2024-02-29T23:30', 'Asia/Almaty', '2024-02-29T17:30:00.000Z'],
  ['2026-07-01T09:00', 'Europe/Kyiv', '2026-07-01T06:00:00.000Z'],
  ['2026-12-01T09:00', 'Europe/Kyiv', '2026-12-01T07:00:00.000Z'],
])('%s in %s is %s, and back', (field, zone, iso) => {
  expect(momentOf(field, zone)).toBe(iso);
  expect(localField(Date.parse(iso), zone)).toBe(field);
});
test('a field that is not filled in means no moment', () => {
  expect(momentOf('', 'Europe/Moscow')).toBeNull();
});
