/** One supervised process: started, watched, started again when it dies, stopped when asked. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Added to our own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Who goes first when all want the processor: 0 like ourselves, for what a person waits for; more for what can wait. 0 unless told. */
  readonly niceness?: number;
  /** File for what the process says; kept under 20 MiB, with one older file beside it. */
  readonly log: string;
  /** `line`: a JSON line with `ready: true` on stdout. A function: asked until it answers true. */
  readonly ready: 'line' | (() => Promise<boolean>);
  readonly readyWithinMs: number;
  /** How long it may take to stop by itself before it is killed. */
  readonly stopWithinMs: number;
}

/** Linux shares the processor out between sessions first, and each of our processes has its own: that share is told apart. */
function yieldBy(pid: number | undefined, niceness: number): void {
  if (pid === undefined || niceness === 0) return;
  try {
    setPriority(pid, getPriority() + niceness);
    writeFileSync(`/proc/${pid}/autogroup`, String(niceness));
  } catch {
    // Not on this system, or it has just ended: then everybody is served alike.
  }
}

export type ReadyLine = Readonly<Record<string, unknown>>;

const LARGEST_LOG = 20 * 1024 * 1024;
const LOG_LOOK_EVERY_MS = 60_000;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;
/** A process that lived this long is not failing over and over: its next death starts with the shortest delay. */
const SETTLED_AFTER_MS = 20_000;

/** Delay before the n-th start in a row, in milliseconds: 100, 200, 400 … 5,000. */
export function restartDelay(failuresInARow: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** Math.min(failuresInARow, 16), LONGEST_DELAY_MS);
}

function tail(file: string, lines: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/** The process appends to an open file, so the file is copied and emptied instead of moved. */
function trimLog(file: string): void {
  try {
    if (statSync(file).size < LARGEST_LOG) return;
    writeFileSync(`${file}.1`, readFileSync(file));
    truncateSync(file, 0);
  } catch {
    // A log that cannot be trimmed must not stop the platform.
  }
}

export class SupervisedChild {
  readonly #spec: ChildSpec;
  readonly #say: (line: string) => void;
  #process: ChildProcess | undefined;
  #stopping = false;
  #failures = 0;
  #logTimer: NodeJS.Timeout | undefined;
  #restart: Promise<void> = Promise.resolve();

  constructor(spec: ChildSpec, say: (line: string) => void) {
    this.#spec = spec;
    this.#say = say;
  }

  get name(): string {
    return this.#spec.name;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts it and waits until it is ready. Throws with the end of its log when it does not become ready. */
  async start(): Promise<ReadyLine> {
    mkdirSync(path.dirname(this.#spec.log), { recursive: true });
    this.#logTimer = setInterval(() => trimLog(this.#spec.log), LOG_LOOK_EVERY_MS).unref();
    const ready = await this.#launch();
    this.#watch();
    return ready;
  }

  /** Asks it to stop (end of stdin and SIGTERM), insists after a while, and waits until it is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#logTimer);
    await this.#end();
    await this.#restart;
    await this.#end();
  }

  async #end(): Promise<void> {
    const child = this.#process;
    if (child === undefined || hasEnded(child)) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.stdin?.end();
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#spec.stopWithinMs);
    await gone;
    clearTimeout(timer);
  }

  async #launch(): Promise<ReadyLine> {
    const { name, command, args, env, cwd, log, ready, readyWithinMs } = this.#spec;
    trimLog(log);
    const logFile = openSync(log, 'a');
    const { NODE_OPTIONS: _ours, ...inherited } = process.env;
    // Its own session: Ctrl-C reaches only the parent, which stops things in the right order.
    const child = spawn(command, args, {
      stdio: ['pipe', ready === 'line' ? 'pipe' : logFile, logFile],
      env: { ...inherited, ...env },
      detached: true,
      ...(cwd === undefined ? {} : { cwd }),
    });
    closeSync(logFile);
    yieldBy(child.pid, this.#spec.niceness ?? 0);
    this.#process = child;
    child.stdin?.on('error', () => undefined);
    const outcome = await Promise.race([
      ready === 'line' ? readyLine(child) : probed(child, ready),
      ended(child),
      pause(readyWithinMs, `not ready within ${readyWithinMs / 1000} s`, { ref: false }),
    ]);
    if (typeof outcome !== 'string') return outcome;
    await this.#kill(child);
    throw new Error(`${name} did not start: ${outcome}\n${tail(log, 15)}`.trimEnd());
  }

  async #kill(child: ChildProcess): Promise<void> {
    if (hasEnded(child)) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await gone;
  }

  #watch(): void {
    const child = this.#process;
    if (child === undefined) return;
    const since = performance.now();
    const onExit = (): void => {
      if (this.#stopping) return;
      if (performance.now() - since > SETTLED_AFTER_MS) this.#failures = 0;
      this.#restart = this.#startAgain(child);
    };
    if (hasEnded(child)) onExit();
    else child.once('exit', onExit);
  }

  /** Tries until it is up again or everything stops: the delay between two tries is bounded, their number is not. */
  async #startAgain(died: ChildProcess): Promise<void> {
    const from = performance.now();
    this.#say(`${this.name} ended (${how(died)}); starting it again`);
    while (!this.#stopping) {
      await pause(restartDelay(this.#failures));
      this.#failures += 1;
      if (this.#stopping) return;
      try {
        await this.#launch();
        this.#say(`${this.name} is back after ${((performance.now() - from) / 1000).toFixed(1)} s`);
        this.#watch();
        return;
      } catch (error) {
        if (!this.#stopping) this.#say(firstLine(error));
      }
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

function how(child: ChildProcess): string {
  return child.signalCode ?? `code ${child.exitCode}`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(`ended (${how(child)})`));
  });
}

/** The first JSON line with `ready: true`; the bytes after it are thrown away so that the pipe never fills. */
function readyLine(child: ChildProcess): Promise<ReadyLine> {
  return new Promise((resolve) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-100_000);
      for (const line of said.split('\n').slice(0, -1)) {
        if (!line.startsWith('{"ready":true')) continue;
        child.stdout?.removeAllListeners('data').resume();
        resolve(JSON.parse(line) as ReadyLine);
        return;
      }
    });
  });
}

async function probed(child: ChildProcess, probe: () => Promise<boolean>): Promise<ReadyLine | string> {
  while (!hasEnded(child)) {
    if (await probe().catch(() => false)) return { ready: true };
    await pause(40);
  }
  return `ended (${how(child)})`;
}

/** Keeps the previous file as `<file>.1`: a fresh run starts with a fresh log. */
export function freshLog(file: string): void {
  try {
    renameSync(file, `${file}.1`);
  } catch {
    // There was none.
  }
}
