/**
 * What every engine's host process has in common: arguments, the ready line, stopping with the parent,
 * and clearing away an engine that a killed host left behind. The conventions are in README.md beside this file.
 */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface HostOptions {
  /** The engine's own folder; made when absent, mode 700. */
  readonly data: string;
  /** The port to listen on, always on 127.0.0.1. */
  readonly port: number;
  /** Password or token, from the environment (ENGINE_SECRET), never from the command line, which others can read. */
  readonly secret: string;
  /** False only in tests: the engine may trade durability for speed. */
  readonly durable: boolean;
  /** Further `--name value` arguments of this engine. */
  readonly more: Readonly<Record<string, string>>;
}

export interface StartedEngine {
  readonly url: string;
  /** The engine's own process, when it is not this one. */
  readonly enginePid?: number;
  /** Further addresses for the ready line, such as the mailbox's SMTP address. */
  readonly urls?: Readonly<Record<string, string>>;
  /** Resolves with a sentence when the engine ends by itself; then the host exits and its parent starts it again. */
  readonly ended?: Promise<string>;
  /** Stops gracefully; everything acknowledged is on disk afterwards. */
  stop(): Promise<void>;
}

/** Full disks and closed terminals: what is said there is lost, and whoever said it goes on. */
export function speakWithoutFear(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** How long an engine outlives its killed parent, in milliseconds. */
const GRACE_MS = 1_500;

interface PidFile {
  readonly enginePid: number;
  readonly mark: string;
}

export function parseArguments(argv: readonly string[], env: NodeJS.ProcessEnv): HostOptions {
  const more: Record<string, string> = {};
  for (let at = 0; at + 1 < argv.length; at += 2) {
    more[(argv[at] ?? '').replace(/^--/, '')] = argv[at + 1] ?? '';
  }
  const { data, port, ...rest } = more;
  if (data === undefined || port === undefined || !/^\d+$/.test(port)) {
    throw new Error('An engine host needs --data DIR --port N.');
  }
  return {
    data: path.resolve(data),
    port: Number(port),
    secret: env.ENGINE_SECRET ?? '',
    durable: env.ENGINE_DURABLE !== 'no',
    more: rest,
  };
}

/** True while the process runs; one that ended and whose parent has not looked yet (a zombie) does not run. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(statusOf(pid));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** The command line of a process, or '' when it is gone or cannot be read. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

/** Waits until the process is gone; false when it is still there after `withinMs`. */
export async function waitUntilGone(pid: number, withinMs: number): Promise<boolean> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; ) {
    if (!isAlive(pid)) return true;
    await pause(20);
  }
  return !isAlive(pid);
}

let deathSignalSupported: boolean | undefined;

/**
 * Spawns an engine so that the kernel ends it when this host is killed, where the kernel can (Linux with
 * util-linux); elsewhere the pid file does that work at the next start.
 */
export function spawnEngine(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  setpriv: readonly string[] = [],
): ChildProcess {
  deathSignalSupported ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0;
  if (!deathSignalSupported) {
    return spawn(command, args, options);
  }
  return spawn('setpriv', [...setpriv, '--pdeathsig', 'INT', command, ...args], options);
}

/** Remembers the engine's process so that the next host can clear it away. `mark` must occur in its command line. */
export function rememberEngine(data: string, enginePid: number, mark: string): void {
  writeFileSync(path.join(data, 'engine.pid'), JSON.stringify({ enginePid, mark } satisfies PidFile));
}

/** Two hosts on one folder would end each other's engine: the second one refuses. */
function claimFolder(data: string): void {
  const file = path.join(data, 'host.pid');
  const other = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
  if (Number.isFinite(other) && other !== process.pid && isAlive(other) && commandOf(other).includes(data)) {
    throw new Error(`the folder ${data} is in use by process ${other}`);
  }
  writeFileSync(file, String(process.pid));
}

/** Ends an engine that a killed host left running on this data folder. */
export async function clearStaleEngine(data: string): Promise<void> {
  const file = path.join(data, 'engine.pid');
  let left: PidFile;
  try {
    left = JSON.parse(readFileSync(file, 'utf8')) as PidFile;
  } catch {
    return;
  }
  // A pid may meanwhile belong to somebody else: only a process that names our folder is ours to end.
  const isOurs = () => isAlive(left.enginePid) && commandOf(left.enginePid).includes(left.mark);
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    if (!isOurs()) break;
    process.kill(left.enginePid, signal);
    await waitUntilGone(left.enginePid, 10_000);
  }
  rmSync(file, { force: true });
}

/** Ends a child: asks, and after `withinMs` insists. */
export async function endChild(child: ChildProcess, ask: NodeJS.Signals, withinMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(ask);
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await gone;
  clearTimeout(timer);
}

/** A promise that resolves with a sentence when the child ends. */
export function whenEnded(name: string, child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`${name} could not be run: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`${name} ended (${signal ?? `code ${code}`})`));
  });
}

/** Runs an engine as this process: the whole life of a host. */
export async function runHost(name: string, start: (options: HostOptions) => Promise<StartedEngine>): Promise<void> {
  speakWithoutFear();
  const options = parseArguments(process.argv.slice(2), process.env);
  delete process.env.ENGINE_SECRET;
  mkdirSync(options.data, { recursive: true, mode: 0o700 });

  let stopping = false;
  let engine: StartedEngine | undefined;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    try {
      await engine?.stop();
      rmSync(path.join(options.data, 'engine.pid'), { force: true });
    } catch (error) {
      process.stderr.write(`${name}: stopping failed: ${String(error)}\n`);
    } finally {
      process.exit(code);
    }
  };
  process.on('SIGTERM', () => void stop(0));
  // Ctrl-C reaches the whole terminal group; the parent decides the order in which things stop.
  process.on('SIGINT', () => undefined);
  // When the parent was killed, the services stop at this moment too: they may still finish with their engine first.
  const parentIsGone = () => setTimeout(() => void stop(0), GRACE_MS);
  process.stdin.on('end', parentIsGone).on('error', parentIsGone);
  process.stdin.resume();

  try {
    claimFolder(options.data);
    await clearStaleEngine(options.data);
    engine = await start(options);
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  if (engine.enginePid === undefined) rememberEngine(options.data, process.pid, options.data);
  engine.ended?.then((sentence) => {
    if (stopping) return;
    process.stderr.write(`${name}: ${sentence}\n`);
    process.exit(1);
  });
  const ready = { ready: true, engine: name, url: engine.url, ...engine.urls, pid: process.pid };
  process.stdout.write(`${JSON.stringify({ ...ready, enginePid: engine.enginePid ?? process.pid })}\n`);
}
