/** What Jest's report says: how many passed, what is worth a second look, and what both looks come to. */

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** What Jest reports of one file of tests. */
export interface FileReport {
  /** The file's path. */
  readonly name: string;
  /** `failed` also when the file could not be run; others than these two where tests were left out. */
  readonly status: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

/** More failing files than this are no accident of a busy machine. */
const MOST_LOOKED_AT_AGAIN = 3;

/**
 * Counts Jest's tests from its report. A test file that could not be run counts as one failure, and so does a skipped
 * test: a check that is switched off must not look like one that passed. No report at all, or no test, is a failure.
 */
export function countJest(report: readonly FileReport[], exitCode: number): Count {
  const tests = report.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.length - passed + report.filter(couldNotBeRun).length;
  const isEmpty = passed + failed === 0;
  return { passed, failed: failed === 0 && (exitCode !== 0 || isEmpty) ? 1 : failed };
}

/**
 * The files that failed, to be run once more with nothing beside them: whole, for their tests build on each other. None when there are so
 * many that something is broken.
 */
export function worthASecondLook(report: readonly FileReport[]): readonly string[] {
  const failing = report.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return failing.length > MOST_LOOKED_AT_AGAIN ? [] : failing;
}

/** Both looks as one report, in which the second counts for the files that it ran. */
export function withSecondLook(first: readonly FileReport[], second: readonly FileReport[]): readonly FileReport[] {
  const again = new Set(second.map(({ name }) => name));
  return [...first.filter(({ name }) => !again.has(name)), ...second];
}

/** What failed in the first and no longer does: tests by name, or a file that could not be run. It is a fault to be mended. */
export function unsteadyIn(first: readonly FileReport[], both: readonly FileReport[]): readonly string[] {
  const failed = new Set(both.flatMap(failuresOf));
  return first.flatMap(failuresOf).filter((name) => !failed.has(name));
}

const failedIn = ({ assertionResults }: FileReport) => assertionResults.filter(({ status }) => status === 'failed');
const couldNotBeRun = (file: FileReport) => file.status === 'failed' && failedIn(file).length === 0;
const failuresOf = (file: FileReport): readonly string[] =>
  couldNotBeRun(file) ? [file.name] : failedIn(file).map(({ fullName }) => fullName);
