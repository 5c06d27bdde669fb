/** Processor time of processes, from /proc: a figure that a busy machine disturbs less than throughput. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux tells processor time in hundredths of a second. */
const TICK_MS = 10;

interface Stat {
  readonly parent: number;
  /** Milliseconds, ended children that were waited for included. */
  readonly cpu: number;
}

function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), cpu: ticks * TICK_MS };
  } catch {
    return undefined;
  }
}

/** Milliseconds of processor time so far of each named process, with everything it has started. Linux only. */
export function cpuOf(pids: Readonly<Record<string, number>>): Record<string, number> {
  const all = new Map<number, Stat>();
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? statOf(entry) : undefined;
    if (stat !== undefined) all.set(Number(entry), stat);
  }
  const children = Map.groupBy(all.keys(), (pid) => all.get(pid)?.parent ?? 0);
  const total = (pid: number): number =>
    (all.get(pid)?.cpu ?? 0) + (children.get(pid) ?? []).reduce((sum, child) => sum + total(child), 0);
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, total(pid)]));
}

/** Resident memory of a process, MiB: now, or the highest that it ever had. */
export function memoryOf(pid: number, when: 'now' | 'highest' = 'now'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = when === 'now' ? 'VmRSS' : 'VmHWM';
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}

/** `205 MiB, at its highest 233 MiB`. */
export const memoryInWords = (pid: number | undefined): string =>
  pid === undefined
    ? 'not known'
    : `${memoryOf(pid).toFixed(0)} MiB, at its highest ${memoryOf(pid, 'highest').toFixed(0)} MiB`;

/** `postgres 0.92, intake-1 0.71 …`: what each process spent for one of `count`, in ms, the dearest first. */
export function spentEach(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  count: number,
): { readonly total: number; readonly text: string } {
  const spent = Object.entries(after)
    .map(([name, ms]) => ({ name, ms: (ms - (before[name] ?? 0)) / count }))
    .sort((a, b) => b.ms - a.ms);
  return {
    total: spent.reduce((sum, { ms }) => sum + ms, 0),
    text: spent
      .filter(({ ms }) => ms >= 0.005)
      .map(({ name, ms }) => `${name} ${ms.toFixed(2)}`)
      .join(', '),
  };
}
