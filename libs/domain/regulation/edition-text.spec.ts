import { EDITION_ID, nameEdition } from './edition-text.ts';

const next = { id: '2027-01', inForceFrom: '2027-01-15' };

test.each([
  [
    'tenant: a\nedition: { id: 2026-11, inForceFrom: 2026-11-01 } # первая\nname: x\n',
    'tenant: a\nedition: { id: 2027-01, inForceFrom: 2027-01-15 } # первая\nname: x\n',
  ],
  [
    'edition:\n  inForceFrom: "2026-11-01"\n  id: \'2026-11\'\n',
    'edition:\n  inForceFrom: 2027-01-15\n  id: 2027-01\n',
  ],
])('another edition is named and nothing else is touched', (text, expected) => {
  expect(nameEdition(text, next)).toBe(expected);
});

test.each(['tenant: a\n', 'edition: 2026-11\n', 'edition: { id: 2026-11 }\n', '- a\n', ''])(
  'a text that names no edition is left to the checks: %j',
  (text) => {
    expect(nameEdition(text, next)).toBeNull();
  },
);

test('an edition’s name needs no quotes anywhere', () => {
  expect(['2027-01', 'v2', '2026-11-25.2'].every((id) => EDITION_ID.test(id))).toBe(true);
  expect(['', '-1', 'a b', 'a,b', 'a/b', '{a}', 'a: b', 'ы'].some((id) => EDITION_ID.test(id))).toBe(false);
});
