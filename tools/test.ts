/** `npm test`: every check, one after the other, also after one has failed; at the end one line with the counts. */
import path from 'node:path';
import { whenParentIsGone } from './lifeline.ts';
import { Memory } from './test/remembered.ts';
import { type Result, runStep, stopRunning } from './test/run-step.ts';
import { STEPS } from './test/steps.ts';
import { ensureSystemPackages } from './test/system.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const say = (line: string) => process.stdout.write(`  ${line}\n`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopRunning();
    process.exit(130);
  });
}
whenParentIsGone(() => {
  stopRunning();
  process.exit(130);
});

function describe({ name, passed, failed, seconds, said }: Result): void {
  const mark = failed > 0 ? 'FAILED' : passed > 0 ? 'passed' : 'not possible on this machine';
  const counts = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : '';
  if (passed === 0 && said !== '') process.stdout.write(`${said.trimEnd()}\n`);
  say(`${name.padEnd(18)} ${mark} in ${seconds.toFixed(1)} s${counts}`);
}

const anew = process.argv.includes('--anew') || Boolean(process.env.CI);
const only = process.argv.slice(2).filter((word) => word !== '--anew');
const steps = only.length === 0 ? STEPS : STEPS.filter((step) => only.includes(step.name));
if (steps.length === 0) {
  process.stderr.write(`There are these steps: ${STEPS.map((step) => `"${step.name}"`).join(', ')}.\n`);
  process.exit(2);
}

const results: Result[] = [];
const missing = ensureSystemPackages(say);
for (const sentence of missing) {
  say(sentence);
  results.push({ name: 'system packages', passed: 0, failed: 1, seconds: 0, said: '', unsteady: [] });
}
// What passed on the very same files need not run again, unless asked to (`--anew`) or in CI.
const memory = anew ? undefined : new Memory(ROOT);
for (const step of steps) {
  const known = memory?.recall(step.name);
  if (known !== undefined) {
    say(
      `${step.name.padEnd(18)} passed on these very files at ${known.at}, ${known.passed} passed (--anew runs it again)`,
    );
    results.push({ name: step.name, passed: known.passed, failed: 0, seconds: 0, said: '', unsteady: [] });
    continue;
  }
  say(`${step.name} …`);
  const result = await runStep(step, ROOT, say);
  describe(result);
  results.push(result);
  if (result.failed === 0 && result.passed > 0 && result.unsteady.length === 0) memory?.keep(step.name, result.passed);
}

const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
const broken = results.filter((result) => result.failed > 0).map((result) => result.name);
if (broken.length > 0) process.stdout.write(`\nFailed: ${broken.join(', ')}\n`);
const unsteady = results.flatMap((result) => result.unsteady);
if (unsteady.length > 0) {
  process.stdout.write(
    `\nPassed only when run once more, alone, and to be mended:\n${unsteady.map((name) => `  ${name}\n`).join('')}`,
  );
}
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(broken.length === 0 ? 0 : 1);
