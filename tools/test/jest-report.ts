/** What Jest's report says: how many passed, what is worth a second look, and what both looks come to. */

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Jest's own report, as far as it is read here. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly FileReport[];
}

interface FileReport {
  /** The file's path. */
  readonly name: string;
  readonly status: 'passed' | 'failed';
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

/** More failing files than this are no accident of a busy machine. */
const MOST_LOOKED_AT_AGAIN = 3;

/**
 * Counts Jest's tests from its report. A test file that could not be run counts as one failure, and so does a skipped
 * test: a check that is switched off must not look like one that passed. No report at all, or no test, is a failure.
 */
export function countJest(report: JestReport | undefined, exitCode: number): Count {
  if (report === undefined) return { passed: 0, failed: 1 };
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + skipped;
  const isEmpty = report.numPassedTests + failed === 0;
  return { passed: report.numPassedTests, failed: failed === 0 && (exitCode !== 0 || isEmpty) ? 1 : failed };
}

/**
 * The files that failed, to be run once more with nothing beside them: whole, for their tests build on each other. None when there are so
 * many that something is broken.
 */
export function worthASecondLook(report: JestReport | undefined): readonly string[] {
  const failing = (report?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name);
  return failing.length > MOST_LOOKED_AT_AGAIN ? [] : failing;
}

/** Both looks as one report, in which the second counts for the files that it ran. */
export function withSecondLook(first: JestReport, second: JestReport): JestReport {
  const again = new Set(second.testResults.map(({ name }) => name));
  const replaced = first.testResults.filter(({ name }) => again.has(name)).flatMap((file) => file.assertionResults);
  const were = (wanted: string) => replaced.filter(({ status }) => status === wanted).length;
  return {
    numPassedTests: first.numPassedTests - were('passed') + second.numPassedTests,
    numPendingTests: first.numPendingTests - were('pending') + second.numPendingTests,
    numTodoTests: first.numTodoTests - were('todo') + second.numTodoTests,
    // Every file that had failed was run again.
    numFailedTests: second.numFailedTests,
    numRuntimeErrorTestSuites: second.numRuntimeErrorTestSuites,
    testResults: [...first.testResults.filter(({ name }) => !again.has(name)), ...second.testResults],
  };
}

/** What failed at first and not when looked at again: tests by name, or a file that could not be run. It is a fault to be mended. */
export function unsteadyIn(first: JestReport, second: JestReport): readonly string[] {
  const failedAgain = new Set(second.testResults.flatMap(failuresOf));
  return first.testResults.flatMap(failuresOf).filter((name) => !failedAgain.has(name));
}

function failuresOf({ name, status, assertionResults }: FileReport): readonly string[] {
  const tests = assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName);
  return status === 'failed' && tests.length === 0 ? [name] : tests;
}
