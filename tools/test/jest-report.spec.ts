import { countJest, type FileReport, unsteadyIn, withSecondLook, worthASecondLook } from './jest-report.ts';

const file = (name: string, tests: Readonly<Record<string, string>>, status?: 'failed'): FileReport => ({
  name,
  status: status ?? (Object.values(tests).includes('failed') ? 'failed' : 'passed'),
  assertionResults: Object.entries(tests).map(([fullName, one]) => ({ fullName, status: one })),
});
const passing = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`test ${at}`, 'passed']));
const notRun = (name: string) => file(name, {}, 'failed');

test.each<[string, readonly FileReport[], number, { passed: number; failed: number }]>([
  ['all passed', [file('a', passing(12))], 0, { passed: 12, failed: 0 }],
  ['one failed', [file('a', { ...passing(11), bad: 'failed' })], 1, { passed: 11, failed: 1 }],
  ['a file could not be run', [file('a', passing(3)), notRun('b'), notRun('c')], 1, { passed: 3, failed: 2 }],
  ['a skipped test', [file('a', { ...passing(3), later: 'pending' })], 0, { passed: 3, failed: 1 }],
  ['no test at all', [file('a', {})], 0, { passed: 0, failed: 1 }],
  ['Jest itself failed after the tests', [file('a', passing(3))], 1, { passed: 3, failed: 1 }],
  ['no report', [], 1, { passed: 0, failed: 1 }],
])('%s is counted', (_name, report, code, expected) => {
  expect(countJest(report, code)).toEqual(expected);
});

test('the second look counts for the files that it ran, the first for all others', () => {
  const first = [
    file('calm', { one: 'passed', two: 'passed' }),
    file('busy', { three: 'passed', four: 'failed', five: 'failed' }),
    file('other', { six: 'passed', seven: 'pending' }),
  ];
  const both = withSecondLook(first, [file('busy', { three: 'passed', four: 'passed', five: 'failed' })]);
  expect(worthASecondLook(first)).toEqual(['busy']);
  // The skipped test of a file that was not run again stays a failure.
  expect(countJest(both, 1)).toEqual({ passed: 5, failed: 2 });
  expect(unsteadyIn(first, both)).toEqual(['four']);
});

test('a file that could not be run at first is named by its path', () => {
  const first = [notRun('broken')];
  const both = withSecondLook(first, [file('broken', { one: 'passed' })]);
  expect(countJest(both, 0)).toEqual({ passed: 1, failed: 0 });
  expect(unsteadyIn(first, both)).toEqual(['broken']);
});

test('a second look that reports nothing takes no failure away', () => {
  const first = [file('busy', { one: 'passed', two: 'failed' })];
  const both = withSecondLook(first, []);
  expect(countJest(both, 1)).toEqual({ passed: 1, failed: 1 });
  expect(unsteadyIn(first, both)).toEqual([]);
});

test('nothing is looked at again when nothing failed, when there is no report, or when too much failed for an accident', () => {
  const failing = (count: number) => Array.from({ length: count }, (_, at) => file(`file ${at}`, { one: 'failed' }));
  expect(worthASecondLook([file('calm', { one: 'passed' })])).toEqual([]);
  expect(worthASecondLook([])).toEqual([]);
  expect(worthASecondLook(failing(3))).toHaveLength(3);
  expect(worthASecondLook(failing(4))).toEqual([]);
});
