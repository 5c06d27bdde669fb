/** Starts engines as supervised processes: for `npm start` and for tests. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ReadyLine, SupervisedChild } from './child.ts';
import { choosePorts } from './ports.ts';
import { openSecrets } from './secrets.ts';

export const ENGINES = ['postgres', 'nats', 'clickhouse', 'mailbox'] as const;
export type EngineName = (typeof ENGINES)[number];

/** One address per engine; `smtp` is the mailbox's. Absent when the engine was not asked for. */
export interface EngineUrls {
  readonly postgres?: string;
  /** The same for processes on this machine: a local socket where there is one. */
  readonly postgresLocal?: string;
  readonly nats?: string;
  readonly clickhouse?: string;
  readonly mailbox?: string;
  readonly smtp?: string;
}

export interface StartedEngines {
  readonly urls: EngineUrls;
  /** Process ids of the engines themselves as they are now; after a restart, ask again. */
  pids(): Readonly<Record<string, number>>;
  hostPids(): Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

export interface EngineChoice {
  /** Folder for everything the engines keep. */
  readonly data: string;
  readonly only?: readonly EngineName[];
  /** False in tests: PostgreSQL then skips fsync. */
  readonly durable?: boolean;
  /** What ClickHouse is told of accounts that only read: see clickhouse/reading/reader.ts. */
  readonly readers?: string;
  /** Told one plain line when an engine dies and comes back. */
  readonly say?: (line: string) => void;
  /** Told when an engine is ready, with the seconds it took. */
  readonly onReady?: (name: EngineName, seconds: number) => void;
}

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 25_000;

function hostFile(name: EngineName): string {
  return path.join(path.dirname(fileURLToPath(import.meta.url)), name, 'host.ts');
}

/**
 * Starts the engines side by side and waits until each answers. When one cannot start, the others are stopped and
 * the error says why. A dead engine is started again on the same port with the same data until `stop` is called.
 */
export async function startEngines(choice: EngineChoice): Promise<StartedEngines> {
  const data = path.resolve(choice.data);
  const names = ENGINES.filter((name) => (choice.only ?? ENGINES).includes(name));
  mkdirSync(data, { recursive: true });
  const ports = await choosePorts(data, [...names, 'smtp']);
  const secretOf = openSecrets(data);
  const children = names.map((name) => {
    const args = [hostFile(name), '--data', path.join(data, name), '--port', String(ports[name])];
    if (name === 'mailbox') args.push('--smtp-port', String(ports.smtp));
    const readers = name === 'clickhouse' && choice.readers !== undefined ? { ENGINE_READERS: choice.readers } : {};
    const env = { ENGINE_SECRET: secretOf(name), ENGINE_DURABLE: choice.durable === false ? 'no' : 'yes', ...readers };
    const log = path.join(data, 'logs', `${name}.log`);
    const times = { readyWithinMs: READY_WITHIN_MS, stopWithinMs: STOP_WITHIN_MS };
    // What is archived is looked at later: whoever files or answers goes first.
    const niceness = name === 'clickhouse' ? 8 : 0;
    const spec = { name, command: process.execPath, args, env, niceness, log, ready: 'line', ...times } as const;
    return { name, child: new SupervisedChild(spec, choice.say ?? (() => undefined)) };
  });

  const stop = async () => {
    await Promise.all(children.map(({ child }) => child.stop()));
  };
  const from = performance.now();
  const started = await Promise.allSettled(
    children.map(async ({ name, child }) => {
      const line = await child.start();
      choice.onReady?.(name, (performance.now() - from) / 1000);
      return [name, line] as const;
    }),
  );
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const lines = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return {
    urls: urlsOf(lines),
    pids: () => Object.fromEntries(names.map((name) => [name, enginePid(data, name)])),
    hostPids: () => Object.fromEntries(children.map(({ name, child }) => [name, child.pid ?? 0])),
    stop,
  };
}

/** The engine's process: its own where it has one, its host's where it lives inside it; 0 while there is none. */
function enginePid(data: string, name: EngineName): number {
  try {
    const text = readFileSync(path.join(data, name, 'engine.pid'), 'utf8');
    return (JSON.parse(text) as { enginePid: number }).enginePid;
  } catch {
    return 0;
  }
}

function urlsOf(lines: readonly (readonly [EngineName, ReadyLine])[]): EngineUrls {
  const urls: Record<string, string> = {};
  for (const [name, line] of lines) {
    if (typeof line.url === 'string') urls[name] = line.url;
    if (typeof line.smtpUrl === 'string') urls.smtp = line.smtpUrl;
    if (typeof line.localUrl === 'string') urls.postgresLocal = line.localUrl;
  }
  return urls;
}
