/** Ports on 127.0.0.1, kept per data folder so that addresses stay the same from one start to the next. */
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Below the range from which systems take ports for outgoing connections, so that none is taken between looking and listening. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 200;

/** True when nothing listens on the port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const CLAIMS = path.join(tmpdir(), 'reglament-ports');

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Claims a port for this process against others that look for one at the same moment: between looking and listening it would be free to both.
 * A claim ends with its process. @returns false when a living process has it
 */
function claim(port: number): boolean {
  const file = path.join(CLAIMS, String(port));
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      mkdirSync(CLAIMS, { recursive: true });
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      // Somebody else's folder: then looking has to be enough.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return true;
    }
    const holder = Number(readHolder(file));
    if (holder === process.pid) return true;
    if (isAlive(holder)) return false;
    rmSync(file, { force: true });
  }
  return false;
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'nobody';
  }
}

/** A free port that is not in `taken`, and that no other process is about to take. */
export async function findPort(taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!taken.has(port) && claim(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${LOWEST} and ${HIGHEST} was found in ${TRIES} tries.`);
}

/** Gives each name a port: the one it had last time when that is free, else another; and remembers them. */
export async function choosePorts(folder: string, names: readonly string[]): Promise<Record<string, number>> {
  const file = path.join(folder, 'ports.json');
  let before: Record<string, number> = {};
  try {
    before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    // The first start, or a damaged file: new ports do no harm.
  }
  const chosen: Record<string, number> = {};
  const taken = new Set(Object.values(before));
  for (const name of names) {
    const last = before[name];
    const port = last !== undefined && claim(last) && (await isFree(last)) ? last : await findPort(taken);
    taken.add(port);
    chosen[name] = port;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...before, ...chosen }, null, 2)}\n`);
  return chosen;
}
