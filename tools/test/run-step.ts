/** Runs one step of `npm test` and counts what passed and failed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Step } from './steps.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface Result extends Count {
  readonly name: string;
  readonly seconds: number;
  /** The end of what it printed, when it failed and nothing was shown while it ran. */
  readonly said: string;
}

const STILL_WORKING_EVERY_MS = 10_000;
const KEPT = 60_000;

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * Counts Jest's tests from its report. A test file that could not be run counts as one failure, and so does a skipped
 * test: a check that is switched off must not look like one that passed. No report at all, or no test, is a failure.
 */
export function countJest(report: string | undefined, exitCode: number): Count {
  if (report === undefined) return { passed: 0, failed: 1 };
  const found = JSON.parse(report) as JestReport;
  const skipped = found.numPendingTests + found.numTodoTests;
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites + skipped;
  const isEmpty = found.numPassedTests + failed === 0;
  return { passed: found.numPassedTests, failed: failed === 0 && (exitCode !== 0 || isEmpty) ? 1 : failed };
}

function countStep(code: number, notHereCode: number | undefined): Count {
  if (code === notHereCode) return { passed: 0, failed: 0 };
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function readReport(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Ends the step with everything it started: it leads its own process group. */
function endAll(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // All of them have ended.
  }
}

/** The step that runs now, for stopping it when we are asked to stop. */
let running: ChildProcess | undefined;

export function stopRunning(): void {
  if (running) endAll(running, 'SIGTERM');
}

export async function runStep(step: Step, root: string, say: (line: string) => void): Promise<Result> {
  const from = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-step-'));
  const report = path.join(folder, 'jest.json');
  try {
    const extra = step.counts === 'jest' ? ['--json', `--outputFile=${report}`] : [];
    const { code, said } = await run(step, extra, root, say);
    const count = step.counts === 'jest' ? countJest(readReport(report), code) : countStep(code, step.notHereCode);
    return { name: step.name, seconds: (performance.now() - from) / 1000, said, ...count };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(
  step: Step,
  extra: readonly string[],
  root: string,
  say: (line: string) => void,
): Promise<{ code: number; said: string }> {
  const [program = '', ...args] = step.command;
  const isShown = step.counts === 'jest';
  return new Promise((resolve) => {
    const child = spawn(program, [...args, ...extra], {
      cwd: root,
      // Jest prints its report on stdout besides writing the file: its words for people are on stderr.
      stdio: ['ignore', isShown ? 'ignore' : 'pipe', isShown ? 'inherit' : 'pipe'],
      env: { ...process.env, ...step.env },
      detached: true,
    });
    running = child;
    let said = '';
    const keep = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-KEPT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const from = performance.now();
    const sign = setInterval(() => {
      if (!isShown) say(`${step.name}: still working, ${Math.round((performance.now() - from) / 1000)} s`);
    }, STILL_WORKING_EVERY_MS);
    const bound = setTimeout(() => {
      say(`${step.name}: took longer than ${step.withinMinutes} minutes and is ended`);
      endAll(child, 'SIGKILL');
    }, step.withinMinutes * 60_000);
    const end = (code: number) => {
      clearInterval(sign);
      clearTimeout(bound);
      running = undefined;
      endAll(child, 'SIGTERM');
      resolve({ code, said });
    };
    child.once('error', (error) => {
      said += error.message;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}
