import { countJest, type JestReport, unsteadyIn, withSecondLook, worthASecondLook } from './jest-report.ts';

const report = (found: Partial<JestReport>): JestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...found,
});

test.each([
  ['all passed', report({ numPassedTests: 12 }), 0, { passed: 12, failed: 0 }],
  ['one failed', report({ numPassedTests: 11, numFailedTests: 1 }), 1, { passed: 11, failed: 1 }],
  ['a file could not be run', report({ numPassedTests: 3, numRuntimeErrorTestSuites: 2 }), 1, { passed: 3, failed: 2 }],
  ['a skipped test', report({ numPassedTests: 3, numPendingTests: 1 }), 0, { passed: 3, failed: 1 }],
  ['no test at all', report({}), 0, { passed: 0, failed: 1 }],
  ['Jest itself failed after the tests', report({ numPassedTests: 3 }), 1, { passed: 3, failed: 1 }],
  ['no report', undefined, 1, { passed: 0, failed: 1 }],
])('%s is counted', (_name, found, code, expected) => {
  expect(countJest(found, code)).toEqual(expected);
});

const file = (name: string, tests: Readonly<Record<string, string>>, status?: 'failed') => ({
  name,
  status: status ?? (Object.values(tests).includes('failed') ? ('failed' as const) : ('passed' as const)),
  assertionResults: Object.entries(tests).map(([fullName, one]) => ({ fullName, status: one })),
});

test('the second look counts for the files that it ran, the first for all others', () => {
  const first = report({
    numPassedTests: 4,
    numFailedTests: 2,
    numPendingTests: 1,
    testResults: [
      file('calm', { one: 'passed', two: 'passed' }),
      file('busy', { three: 'passed', four: 'failed', five: 'failed' }),
      file('other', { six: 'passed', seven: 'pending' }),
    ],
  });
  const second = report({
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [file('busy', { three: 'passed', four: 'passed', five: 'failed' })],
  });
  expect(worthASecondLook(first)).toEqual(['busy']);
  // The skipped test of a file that was not run again stays a failure.
  expect(countJest(withSecondLook(first, second), 1)).toEqual({ passed: 5, failed: 2 });
  expect(unsteadyIn(first, second)).toEqual(['four']);
});

test('a file that could not be run at first is named by its path', () => {
  const first = report({ numRuntimeErrorTestSuites: 1, testResults: [file('broken', {}, 'failed')] });
  const second = report({ numPassedTests: 1, testResults: [file('broken', { one: 'passed' })] });
  expect(countJest(withSecondLook(first, second), 0)).toEqual({ passed: 1, failed: 0 });
  expect(unsteadyIn(first, second)).toEqual(['broken']);
});

test('nothing is looked at again when nothing failed, when there is no report, or when too much failed for an accident', () => {
  const failing = (count: number) =>
    report({ testResults: Array.from({ length: count }, (_, at) => file(`file ${at}`, { one: 'failed' })) });
  expect(worthASecondLook(report({ testResults: [file('calm', { one: 'passed' })] }))).toEqual([]);
  expect(worthASecondLook(undefined)).toEqual([]);
  expect(worthASecondLook(failing(3))).toHaveLength(3);
  expect(worthASecondLook(failing(4))).toEqual([]);
});
