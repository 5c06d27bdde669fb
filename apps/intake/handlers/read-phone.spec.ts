import { readPhone } from './read-phone.ts';

test.each([
  ['8 (916) 123-45-67', 'RU', '+79161234567'],
  ['+7 701 123 45 67', 'KZ', '+77011234567'],
  ['067 123 45 67', 'UA', '+380671234567'],
  ['112', 'UA', '112'],
  ['1414', 'KZ', '1414'],
  ['+7 916 123 45 6O', 'RU', null],
  ['call me', 'RU', null],
  ['12', 'RU', null],
  ['', 'RU', null],
])('the number %j written in %s is read as %j', (written, country, expected) => {
  expect(readPhone(written, country)).toBe(expected);
});
