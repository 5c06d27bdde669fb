/** Kills the processes of a running platform, one after the other, and waits until each is back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A process that was killed, and how long until it worked again, in milliseconds. */
export interface Turn {
  readonly name: string;
  readonly backAfter: number;
}

/** The process ids of a running platform as they are now, by name. */
export function pidsOf(data: string): Readonly<Record<string, number>> {
  return JSON.parse(readFileSync(path.join(data, 'running.json'), 'utf8')).pids;
}

/** Services first, in the order of the data, then the engines they stand on. The mailbox is no part of the ledger. */
export function victimsOf(data: string): string[] {
  const names = Object.keys(pidsOf(data));
  const engines = ['nats', 'clickhouse', 'postgres'];
  const services = names.filter((name) => /^(gateway|intake|routing|sla|reporting)-\d+$/.test(name)).sort(byInstance);
  return [...services, ...engines.filter((name) => names.includes(name))];
}

/** First instances first, so that with two of each one is always there. */
const byInstance = (a: string, b: string): number =>
  Number(a.split('-')[1]) - Number(b.split('-')[1]) || a.localeCompare(b);

/**
 * `kill -9`, then waits until the supervisor has it back.
 * @throws Error when it is not back within `withinMs`
 */
export async function killAndAwait(data: string, name: string, withinMs = 90_000): Promise<Turn> {
  const pid = pidsOf(data)[name];
  if (pid === undefined || pid === 0) throw new Error(`${name} does not run`);
  const from = performance.now();
  process.kill(pid, 'SIGKILL');
  while (performance.now() - from < withinMs) {
    await pause(50);
    const now = pidsOf(data)[name];
    if (now !== pid && now !== 0) return { name, backAfter: Math.round(performance.now() - from) };
  }
  throw new Error(`${name} was not back ${withinMs} ms after it was killed`);
}

/** Every victim in turn, a moment apart; then again from the first, while `goOn` says so. At least one whole round, at most `rounds`. */
export async function killInTurn(data: string, goOn: () => boolean, rounds = 3): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let round = 1; round <= rounds && (round === 1 || goOn()); round += 1) {
    for (const name of victimsOf(data)) {
      turns.push(await killAndAwait(data, name));
      await pause(500);
    }
  }
  return turns;
}
