/** One platform per data folder. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive } from '@reglament/engines/host';

/** Says who already runs on this folder, or claims it and returns undefined. */
export function claimData(data: string): { pid: number } | undefined {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = path.join(data, 'start.pid');
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = Number(readFileSync(file, 'utf8'));
    // A number left by a killed platform may by now belong to something else: only our own program counts.
    if (pid !== process.pid && isAlive(pid) && /tools\/start(\.ts|\.mjs)?\b/.test(commandOf(pid))) return { pid };
    rmSync(file, { force: true });
  }
  throw new Error(`${file} could not be claimed.`);
}

export function releaseData(data: string): void {
  rmSync(path.join(data, 'start.pid'), { force: true });
  rmSync(path.join(data, 'running.json'), { force: true });
}

/** Removes what an earlier run kept, and only that: a folder that is not ours is left alone. */
export function emptyData(data: string): void {
  for (const name of [
    'postgres',
    'nats',
    'clickhouse',
    'mailbox',
    'logs',
    'secrets.json',
    'ports.json',
    'running.json',
  ]) {
    rmSync(path.join(data, name), { recursive: true, force: true });
  }
}
