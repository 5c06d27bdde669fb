/** How long figures take: each statistic by itself, and the pages that show them. */
import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import {
  type Archive,
  catalogue,
  listRequests,
  type Period,
  periodOf,
  rangeOf,
  readDetails,
  readStatistics,
} from '@reglament/reporting/archive';

export const say = (line: string) => process.stdout.write(`${line}\n`);
export const count = (n: number) => Math.round(n).toLocaleString('en');

export interface Asked {
  readonly house: ClickHouse;
  readonly archive: Archive;
  readonly regulation: Regulation;
  readonly now: Instant;
  readonly rounds: number;
}

const at = (sorted: readonly number[], level: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? Number.NaN;

export interface Timed {
  readonly name: string;
  /** Milliseconds, ascending. */
  readonly took: readonly number[];
}

export async function timed(name: string, rounds: number, work: () => Promise<unknown>): Promise<Timed> {
  const took: number[] = [];
  await work();
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await work();
    took.push(performance.now() - from);
  }
  return { name, took: took.sort((a, b) => a - b) };
}

export function report(title: string, all: readonly Timed[]): void {
  const sorted = all.flatMap(({ took }) => took).sort((a, b) => a - b);
  say(
    `${title}: median ${count(at(sorted, 0.5))} ms, p95 ${count(at(sorted, 0.95))} ms, slowest ${count(sorted.at(-1) ?? 0)} ms`,
  );
  for (const { name, took } of [...all].sort((a, b) => at(b.took, 0.5) - at(a.took, 0.5)).slice(0, 8)) {
    say(
      `    ${name.padEnd(28)} median ${count(at(took, 0.5)).padStart(6)} ms, p95 ${count(at(took, 0.95)).padStart(6)} ms`,
    );
  }
}

/** The last whole month, and the year that ends with it. */
export function periodsOf(zone: string): readonly (readonly [string, Period])[] {
  return [
    ['month', periodOf('month', '2026-10-15', zone)],
    ['year', rangeOf('2025-11-01', '2026-10-31', zone)],
  ];
}

async function sizeOf({ house, regulation }: Asked): Promise<string> {
  const answer = await house.client.query({
    query: `SELECT (SELECT count() FROM events) AS events, (SELECT count() FROM events WHERE tenant = {t:String}) AS own,
      (SELECT count() FROM request_current WHERE tenant = {t:String}) AS requests`,
    query_params: { t: regulation.tenant },
    format: 'JSONEachRow',
    http_headers: { 'x-clickhouse-database': house.database },
  });
  const [row] = await answer.json<{ events: number; own: number; requests: number }>();
  return `${count(row?.events ?? 0)} events in the archive, ${regulation.tenant} has ${count(row?.own ?? 0)} of them and ${count(row?.requests ?? 0)} requests`;
}

/** Each statistic of the catalogue: all of its queries, one after the other. */
export async function measureStatistics(asked: Asked): Promise<void> {
  const { archive, regulation, rounds } = asked;
  say(await sizeOf(asked));
  for (const [name, period] of periodsOf(regulation.calendar.timeZone)) {
    const params = {
      from: new Date(period.from),
      to: new Date(period.to),
      zone: period.timeZone,
      after: '00000000-0000-0000-0000-000000000000',
      limit: 50_000,
    };
    const all: Timed[] = [];
    for (const { id, queries } of catalogue) {
      all.push(
        await timed(id, rounds, async () => {
          for (const query of new Set(queries)) await archive.ask(regulation.tenant, query, params);
        }),
      );
    }
    report(`  ${catalogue.length} statistics, ${name}`, all);
  }
}

/** What a person opens: the page, its finer figures, and the list behind a number. */
export async function measurePages({ archive, regulation, now, rounds }: Asked): Promise<void> {
  for (const [name, period] of periodsOf(regulation.calendar.timeZone)) {
    const span = { from: new Date(period.from).toISOString(), to: new Date(period.to).toISOString() };
    const list = (metric: string, key: string | null) => () =>
      listRequests(archive, regulation, { ...span, metric, key, limit: 50, offset: 0 }, 'en');
    const [first] = regulation.clocks;
    report(`  pages, ${name}`, [
      await timed('figures', rounds, () => readStatistics(archive, regulation, period, now, 'en')),
      await timed('finer figures', rounds, () => readDetails(archive, regulation, period, now, 'en')),
      await timed('list of received', rounds, list('received', null)),
      await timed('list of open', rounds, list('open', null)),
      await timed('list of resolved', rounds, list('resolved', null)),
      await timed('list of a broken promise', rounds, list('broken', first?.id ?? '')),
      await timed('list of an employee', rounds, list('employee-resolved', 'agent-01')),
    ]);
  }
}

/** Months as they are a quarter of an hour later: each one part. */
export async function settle({ client, database }: ClickHouse): Promise<void> {
  for (const table of ['request_events', 'request_current']) {
    await client.command({
      query: `OPTIMIZE TABLE ${database}.${table} FINAL`,
      clickhouse_settings: { max_execution_time: 0 },
    });
  }
}
