/** What came out: the manager's statistics, read through the API before and after. */
import { z } from 'zod';
import { Patience } from './http.ts';
import type { Member } from './staff.ts';
import { CLOSINGS, type Closing, type HotlineTally } from './tally.ts';

const Counts = z.union([
  z.record(z.string(), z.number()),
  z
    .array(z.object({ key: z.string(), count: z.number() }))
    .transform((rows) => Object.fromEntries(rows.map(({ key, count }) => [key, count]))),
]);
const Month = z.object({
  resolved: z.number(),
  cancelled: z.number(),
  declined: z.number(),
  withdrawn: z.number(),
  received: z.object({ total: z.number(), byChannel: Counts, byCategory: Counts, byEntryPoint: Counts }),
});

/** Requests received, in total and by what the replay knows too, and closed. */
export interface Received {
  readonly total: number;
  readonly byChannel: ReadonlyMap<string, number>;
  readonly byCategory: ReadonlyMap<string, number>;
  readonly byEntryPoint: ReadonlyMap<string, number>;
  readonly closed: Readonly<Record<Closing, number>>;
}

export const NOTHING: Received = {
  total: 0,
  byChannel: new Map(),
  byCategory: new Map(),
  byEntryPoint: new Map(),
  closed: { resolved: 0, cancelled: 0, declined: 0, withdrawn: 0 },
};

/** The months from one instant to another, as the statistics' `date` wants them, in the hotline's zone. */
export function monthsBetween(from: string, to: string, timeZone: string): readonly string[] {
  const last = Temporal.Instant.from(to).toZonedDateTimeISO(timeZone).toPlainDate().with({ day: 1 });
  const months: string[] = [];
  let month = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone).toPlainDate().with({ day: 1 });
  while (Temporal.PlainDate.compare(month, last) <= 0 && months.length < 600) {
    months.push(month.toString());
    month = month.add({ months: 1 });
  }
  return months;
}

/** Sums the statistics of these months. */
export async function readReceived(manager: Member, months: readonly string[]): Promise<Received> {
  const closed = { resolved: 0, cancelled: 0, declined: 0, withdrawn: 0 };
  const sums = { total: 0, byChannel: new Map(), byCategory: new Map(), byEntryPoint: new Map(), closed };
  for (const month of months) {
    const answer = await manager.read(`/api/reporting/statistics?period=month&date=${month}`, new Patience(300_000));
    if (answer.status !== 200)
      throw new Error(`statistics of ${month}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const { received, ...closings } = Month.parse(answer.body);
    for (const closing of CLOSINGS) closed[closing] += closings[closing];
    sums.total += received.total;
    for (const by of ['byChannel', 'byCategory', 'byEntryPoint'] as const) {
      for (const [key, count] of Object.entries(received[by])) sums[by].set(key, (sums[by].get(key) ?? 0) + count);
    }
  }
  return sums;
}

/** Where what went in and what came out differ, one line each; nothing when they agree. */
export function differences(tally: HotlineTally, before: Received, after: Received): readonly string[] {
  const found: string[] = [];
  const compare = (what: string, wentIn: number, cameOut: number) => {
    if (wentIn !== cameOut) found.push(`${what}: ${wentIn} went in, ${cameOut} came out`);
  };
  compare('requests', tally.received, after.total - before.total);
  for (const closing of CLOSINGS) {
    compare(closing, tally.closed[closing].size, after.closed[closing] - before.closed[closing]);
  }
  for (const by of ['byChannel', 'byCategory', 'byEntryPoint'] as const) {
    const keys = new Set([...tally[by].keys(), ...after[by].keys()]);
    for (const key of [...keys].sort()) {
      compare(`${by.slice(2)} ${key}`, tally[by].get(key) ?? 0, (after[by].get(key) ?? 0) - (before[by].get(key) ?? 0));
    }
  }
  return found;
}
