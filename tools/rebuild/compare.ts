/** What the old archive, the new one and the outboxes hold, day by day: which events are missing where. */
import type { ClickHouse } from '@reglament/platform/clickhouse';
import type { DayCount, Outbox } from './outboxes.ts';

/** A tenant's day (UTC) on which two of the three differ. */
export interface DayOf {
  readonly tenant: string;
  readonly day: string;
}

/** Events, by their number and, where a person has to look at them, their ids. */
export interface EventFindings {
  /** In an outbox and not in the new archive: it must not take the old one's place. */
  readonly missing: readonly string[];
  /** In the old archive and in no outbox: they would be gone. */
  readonly unknown: readonly string[];
  /** In the new archive and not in the old one. */
  readonly regained: number;
}

const keyOf = ({ tenant, day }: DayOf): string => `${tenant} ${day}`;

/** The days of `one` on which `other` does not hold the same events. */
export function daysThatDiffer(one: readonly DayCount[], other: readonly DayCount[]): DayOf[] {
  const known = new Map(other.map((row) => [keyOf(row), row]));
  return one
    .filter((row) => {
      const same = known.get(keyOf(row));
      return same === undefined || same.count !== row.count || same.ids !== row.ids;
    })
    .map(({ tenant, day }) => ({ tenant, day }));
}

/** Counts of several services' outboxes put together. */
export function together(rows: readonly DayCount[]): DayCount[] {
  const sums = new Map<string, DayCount>();
  for (const row of rows) {
    const sum = sums.get(keyOf(row));
    sums.set(
      keyOf(row),
      sum === undefined
        ? row
        : { ...row, count: sum.count + row.count, ids: String(BigInt(sum.ids) + BigInt(row.ids)) },
    );
  }
  return [...sums.values()];
}

const ID_NUMBER = `toInt128(reinterpretAsUInt64(reverse(unhex(concat('0', right(replaceAll(toString(id), '-', ''), 15))))))`;

/** Each event once, however often it was stored. */
export async function daysOf({ client, database }: ClickHouse): Promise<DayCount[]> {
  const query = `SELECT tenant, toString(toDate(occurred_at)) AS day, toUInt64(count()) AS count, toString(sum(${ID_NUMBER})) AS ids
    FROM ${database}.events FINAL GROUP BY tenant, day`;
  return (await client.query({ query, format: 'JSONEachRow' })).json<DayCount>();
}

async function idsOf({ client, database }: ClickHouse, { tenant, day }: DayOf, more = ''): Promise<string[]> {
  const query = `SELECT DISTINCT toString(id) AS id FROM ${database}.events WHERE tenant = {tenant:String} AND toDate(occurred_at) = {day:Date} ${more}`;
  const answer = await client.query({ query, format: 'JSONEachRow', query_params: { tenant, day } });
  return (await answer.json<{ id: string }>()).map(({ id }) => id);
}

/**
 * Finds what is missing where. The outboxes are read first, then `catchUp` brings the new archive up to date: whatever an outbox had is there
 * now, or is missing. What is only in the old archive is asked for in the outboxes again: it may be newer than all this.
 */
export async function compareEvents(
  old: ClickHouse,
  fresh: ClickHouse,
  outboxes: readonly Outbox[],
  catchUp: () => Promise<void>,
): Promise<EventFindings> {
  const kept: DayCount[] = [];
  for (const outbox of outboxes) kept.push(...(await outbox.days()));
  const suspects = daysThatDiffer(together(kept), await daysOf(fresh));
  const wanted = new Map<DayOf, string[]>();
  for (const day of suspects) {
    const ids: string[] = [];
    for (const outbox of outboxes) ids.push(...(await outbox.idsOf(day.tenant, day.day)));
    wanted.set(day, ids);
  }
  await catchUp();
  const missing: string[] = [];
  for (const [day, ids] of wanted) {
    const there = new Set(await idsOf(fresh, day));
    missing.push(...ids.filter((id) => !there.has(id)));
  }
  const [before, after] = await Promise.all([daysOf(old), daysOf(fresh)]);
  const unknown: string[] = [];
  for (const day of daysThatDiffer(before, after)) {
    const others = `AND id NOT IN (SELECT id FROM ${fresh.database}.events WHERE tenant = {tenant:String} AND toDate(occurred_at) = {day:Date})`;
    unknown.push(...(await strangersOf(outboxes, await idsOf(old, day, others))));
  }
  const sum = (rows: readonly DayCount[]) => rows.reduce((all, { count }) => all + count, 0);
  return { missing, unknown, regained: Math.max(0, sum(after) - sum(before) + unknown.length) };
}

async function strangersOf(outboxes: readonly Outbox[], ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const known = new Set<string>();
  for (const outbox of outboxes) for (const id of await outbox.known(ids)) known.add(id);
  return ids.filter((id) => !known.has(id));
}
