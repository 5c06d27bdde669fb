import { runStep } from './run-step.ts';
import type { Step } from './steps.ts';

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

/** Stands in for Jest: writes a report whose one test fails at first, and what it does when run again. */
const jest = (atSecond: 'passed' | 'failed'): Step => ({
  name: 'sample',
  command: [
    process.execPath,
    '-e',
    `const at = (start) => process.argv.find((word) => word.startsWith(start));
     const again = at('--runTestsByPath') !== undefined;
     const status = again ? '${atSecond}' : 'failed';
     const failed = status === 'failed' ? 1 : 0;
     const calm = ['one', 'two', 'three', 'four'].map((fullName) => ({ fullName, status: 'passed' }));
     const others = again ? [] : [{ name: '/b.itest.ts', status: 'passed', assertionResults: calm }];
     require('node:fs').writeFileSync(at('--outputFile=').slice(13), JSON.stringify({
       testResults: [{ name: '/a.itest.ts', status, assertionResults: [{ fullName: 'a clock ends', status }] }, ...others],
     }));
     process.exit(failed);`,
    '--',
  ],
  counts: 'jest',
  withinMinutes: 1,
});

test('a file that fails is run once more where the step allows it, and what passes only then is named', async () => {
  const said: string[] = [];
  const result = await runStep({ ...jest('passed'), secondLook: true }, '/', (line) => said.push(line));
  expect(result).toMatchObject({ passed: 5, failed: 0, unsteady: ['a clock ends'] });
  expect(said.join()).toMatch(/once more, with nothing beside it: a\.itest\.ts/);
});

test('what fails twice has failed, and what may not be looked at again fails at once', async () => {
  const twice = await runStep({ ...jest('failed'), secondLook: true }, '/', () => undefined);
  expect(twice).toMatchObject({ passed: 4, failed: 1, unsteady: [] });
  const once = await runStep(jest('passed'), '/', () => undefined);
  expect(once).toMatchObject({ passed: 4, failed: 1, unsteady: [] });
});
