import { mayEnter, placeAt, startPage } from './places.ts';

test.each([
  ['/moderator', ['moderator'], true],
  ['/moderator', ['operator'], false],
  ['/manager/reports', ['moderator'], true],
  ['/manager/reports', ['agent'], false],
  ['/manager/regulation', ['moderator'], false],
  ['/manager/regulation', ['administrator'], true],
  ['/agent', ['manager'], false],
  ['/agent/0192f3a4', ['manager'], true],
  ['/agent/0192f3a4', ['operator'], false],
  ['/agents-of-another-page', ['operator'], true],
  ['/admin', ['operator', 'administrator'], true],
] as const)('%s for %s: %s', (address, roles, may) => {
  expect(mayEnter(address, roles)).toBe(may);
});

test.each([
  [['operator'], '/operator'],
  [['operator', 'moderator'], '/moderator'],
  [['agent'], '/agent'],
  [['manager'], '/manager'],
  [['administrator'], '/admin'],
  [[], '/'],
] as const)('the day of %j begins at %s', (roles, start) => {
  expect(startPage(roles)).toBe(start);
  expect(mayEnter(start, roles)).toBe(true);
});

test.each([
  ['/manager/questions', '/manager/questions'],
  ['/manager/reports', '/manager'],
  ['/nowhere', undefined],
])('%s belongs to %s of the menu', (address, place) => {
  expect(placeAt(address)).toBe(place);
});
