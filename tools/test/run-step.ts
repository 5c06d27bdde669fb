/** Runs one step of `npm test` and counts what passed and failed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Count, countJest, type FileReport, unsteadyIn, withSecondLook, worthASecondLook } from './jest-report.ts';
import type { Step } from './steps.ts';

export interface Result extends Count {
  readonly name: string;
  readonly seconds: number;
  /** The end of what it printed, when it failed and nothing was shown while it ran. */
  readonly said: string;
  /** Tests that passed only when they were looked at again, alone. */
  readonly unsteady: readonly string[];
}

const STILL_WORKING_EVERY_MS = 10_000;
const KEPT = 60_000;
/** Test files at a time: as many as the machines have cores that this is meant for. */
const WORKERS = 2;

function countStep(code: number, notHereCode: number | undefined): Count {
  if (code === notHereCode) return { passed: 0, failed: 0 };
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Empty where Jest has written none. */
function readReport(file: string): readonly FileReport[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly testResults: readonly FileReport[] }).testResults;
  } catch {
    return [];
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
  const took = () => (performance.now() - from) / 1000;
  if (step.counts === 'step') {
    const { code, said } = await run(step, [], root, say);
    const count = countStep(code, step.notHereCode);
    return { name: step.name, seconds: took(), said, unsteady: [], ...count };
  }
  const { unsteady, ...count } = await runTests(step, root, say);
  return { name: step.name, seconds: took(), said: '', unsteady, ...count };
}

/** Runs Jest, and where the step allows it once more the files that failed, alone. */
async function runTests(
  step: Step,
  root: string,
  say: (line: string) => void,
): Promise<Count & Pick<Result, 'unsteady'>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-step-'));
  const look = async (name: string, workers: number, ...more: string[]) => {
    const file = path.join(folder, name);
    const { code } = await run(step, ['--json', `--outputFile=${file}`, `--maxWorkers=${workers}`, ...more], root, say);
    return { code, report: readReport(file) };
  };
  try {
    const first = await look('first.json', WORKERS);
    const files = step.secondLook === true ? worthASecondLook(first.report) : [];
    if (files.length === 0) return { ...countJest(first.report, first.code), unsteady: [] };
    say(
      `${step.name}: once more, with nothing beside it: ${files.map((file) => path.relative(root, file)).join(', ')}`,
    );
    const second = await look('second.json', 1, '--runTestsByPath', ...files);
    const both = withSecondLook(first.report, second.report);
    return { ...countJest(both, second.code), unsteady: unsteadyIn(first.report, both) };
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
