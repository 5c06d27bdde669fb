/** What `npm run doctor` looks at. A finding is a fact and, where something is missing, one sentence on how to get it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { isAlive } from '@reglament/engines/host';
import { findNatsServer, howToGetNats } from '@reglament/engines/nats';
import { isFree } from '@reglament/engines/ports';
import { findBinaries } from '@reglament/engines/postgres';
import { findChromium, howToGetChromium } from '../test/system.ts';

/** `needed`: without it `npm start` fails. `tests`: only `npm test` needs it. `optional`: one command is better with it. */
export type Weight = 'needed' | 'tests' | 'optional';

export interface Finding {
  readonly name: string;
  readonly weight: Weight;
  readonly isThere: boolean;
  /** What was found, or how to get it. */
  readonly says: string;
}

const DISK_NEEDED = 2 * 1024 ** 3;
const MEMORY_NEEDED = 3 * 1024 ** 3;

/** The first line a program prints about its version, or undefined when there is no such program. */
function versionOf(command: string, ...args: string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? (stdout || stderr).trim().split('\n')[0] : undefined;
}

function found(name: string, weight: Weight, version: string | undefined, howTo: string): Finding {
  return { name, weight, isThere: version !== undefined, says: version ?? howTo };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
}

function nats(env: NodeJS.ProcessEnv): Finding {
  if (env.NATS_URL) return { name: 'nats-server', weight: 'needed', isThere: true, says: 'yours, by NATS_URL' };
  const file = findNatsServer();
  return found('nats-server', 'needed', file && `${versionOf(file, '--version')} (${file})`, howToGetNats());
}

async function postgres(env: NodeJS.ProcessEnv): Promise<Finding> {
  const name = 'PostgreSQL';
  if (env.DATABASE_URL) return { name, weight: 'needed', isThere: true, says: 'yours, by DATABASE_URL' };
  try {
    const { postgres: file } = await findBinaries();
    return found(name, 'needed', versionOf(file, '--version'), `${file} does not run here. Set DATABASE_URL.`);
  } catch (error) {
    return { name, weight: 'needed', isThere: false, says: (error as Error).message };
  }
}

function clickhouse(root: string, env: NodeJS.ProcessEnv): Finding {
  const name = 'ClickHouse';
  if (env.CLICKHOUSE_URL) return { name, weight: 'needed', isThere: true, says: 'yours, by CLICKHOUSE_URL' };
  const load = `await import('chdb').then((m) => (m.query ?? m.default.query)('SELECT version()', 'TSV'))`;
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `console.log(String(${load}).trim())`],
    { cwd: root, encoding: 'utf8', timeout: 30_000 },
  );
  const version = status === 0 ? `chDB with ClickHouse ${stdout.trim()}` : undefined;
  return found(
    name,
    'needed',
    version,
    'The package chdb does not run here (Linux and macOS, x64 and arm64). Set CLICKHOUSE_URL.',
  );
}

function space(root: string): Finding[] {
  const disk = statfsSync(root);
  const free = disk.bavail * disk.bsize;
  const memory = totalmem();
  return [
    {
      name: 'disk',
      weight: 'needed',
      isThere: free >= DISK_NEEDED,
      says: `${gigabytes(free)} free where the checkout is${free >= DISK_NEEDED ? '' : `: ${gigabytes(DISK_NEEDED)} are needed`}`,
    },
    {
      name: 'memory',
      weight: 'needed',
      isThere: memory >= MEMORY_NEEDED,
      says: `${gigabytes(memory)}, ${availableParallelism()} processors${memory >= MEMORY_NEEDED ? '' : `: ${gigabytes(MEMORY_NEEDED)} are needed`}`,
    },
  ];
}

function running(root: string): Finding {
  const name = 'platform';
  try {
    const data = path.join(root, '.reglament');
    const { url } = JSON.parse(readFileSync(path.join(data, 'running.json'), 'utf8')) as { url: string };
    // A killed platform leaves its files behind.
    const isThere = isAlive(Number(readFileSync(path.join(data, 'start.pid'), 'utf8')));
    return {
      name,
      weight: 'optional',
      isThere,
      says: isThere ? `open at ${url}` : 'was killed; `npm start` goes on from there',
    };
  } catch {
    return { name, weight: 'optional', isThere: false, says: 'not running on .reglament; start it with `npm start`' };
  }
}

async function port(): Promise<Finding> {
  const isOpen = await isFree(8080);
  const says = isOpen ? '8080 is free' : '8080 is taken: `npm start` will take the next free one and say so';
  return { name: 'port', weight: 'optional', isThere: true, says };
}

/** Looks at everything; `root` is the checkout. */
export async function examine(root: string, env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const chromium = findChromium();
  const k6 = 'Wanted by `npm run load`. With Go there: `go install go.k6.io/k6/v2@v2.2.0`; else from k6.io.';
  const grr =
    'Only for putting dashboards into a Grafana of yours: `go install github.com/grafana/grizzly/cmd/grr@latest`.';
  return [
    found('Node', 'needed', `${process.version}, the pinned one`, ''),
    found('npm', 'needed', versionOf('npm', '--version'), 'Comes with Node: install Node 20 or newer.'),
    await postgres(env),
    nats(env),
    clickhouse(root, env),
    ...space(root),
    await port(),
    found(
      'Chromium',
      'tests',
      chromium && `${versionOf(chromium, '--version') ?? 'found'} (${chromium})`,
      howToGetChromium(),
    ),
    found('git', 'optional', versionOf('git', '--version'), 'Install git to work on the code.'),
    found('Go', 'optional', versionOf('go', 'version'), 'Only for building k6 and grr; from go.dev.'),
    found('k6', 'optional', versionOf('k6', 'version'), k6),
    found('grr', 'optional', versionOf('grr', '--version'), grr),
    running(root),
  ];
}
