import { countJest, runStep } from './run-step.ts';
import type { Step } from './steps.ts';

const report = (counts: Record<string, number>) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    ...counts,
  });

test.each([
  ['all passed', report({ numPassedTests: 12 }), 0, { passed: 12, failed: 0 }],
  ['one failed', report({ numPassedTests: 11, numFailedTests: 1 }), 1, { passed: 11, failed: 1 }],
  ['a file could not be run', report({ numPassedTests: 3, numRuntimeErrorTestSuites: 2 }), 1, { passed: 3, failed: 2 }],
  ['a skipped test', report({ numPassedTests: 3, numPendingTests: 1 }), 0, { passed: 3, failed: 1 }],
  ['no test at all', report({}), 0, { passed: 0, failed: 1 }],
  ['Jest itself failed after the tests', report({ numPassedTests: 3 }), 1, { passed: 3, failed: 1 }],
  ['no report', undefined, 1, { passed: 0, failed: 1 }],
])('%s is counted', (_name, text, code, expected) => {
  expect(countJest(text, code)).toEqual(expected);
});

const step = (code: string, withinMinutes = 1): Step => ({
  name: 'sample',
  command: [process.execPath, '-e', code],
  counts: 'step',
  withinMinutes,
});

test('a step that fails counts as one failure and keeps its words', async () => {
  const result = await runStep(step('console.error("the reason"); process.exit(3)'), '/', () => undefined);
  expect(result).toMatchObject({ passed: 0, failed: 1, said: 'the reason\n' });
});

test('a step that hangs is ended and counts as failed', async () => {
  const said: string[] = [];
  const result = await runStep(step('setInterval(() => {}, 1000)', 0.005), '/', (line) => said.push(line));
  expect(result).toMatchObject({ passed: 0, failed: 1 });
  expect(said.join()).toMatch(/took longer than/);
});

test('a step that says it cannot be done here counts as nothing, never as passed', async () => {
  const result = await runStep({ ...step('process.exit(3)'), notHereCode: 3 }, '/', () => undefined);
  expect(result).toMatchObject({ passed: 0, failed: 0 });
});
