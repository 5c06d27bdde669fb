/** The same questions in plain SQL over the same events in PostgreSQL, as one would write them without an archive. */
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse, TenantQuery } from '@reglament/platform/clickhouse';
import { Archive, queries, renewTenant } from '@reglament/reporting/archive';
import pg from 'pg';
import { type Ground, generate, shares } from './generate.ts';
import { count, periodsOf, say, settle, timed } from './measure.ts';

export interface Compared {
  readonly house: ClickHouse;
  /** As an administrator. */
  readonly postgres: string;
  readonly rows: number;
  readonly data: string;
  readonly ground: Ground;
  readonly regulation: Regulation;
  readonly now: Instant;
  readonly rounds: number;
}

const TENANTS = 5;

/** One table of events with the indexes that the questions ask for. */
const TABLE = `CREATE TABLE events (tenant text NOT NULL, type text NOT NULL, occurred_at timestamptz NOT NULL, request_id uuid NOT NULL, payload jsonb NOT NULL);`;
const INDEXES = ['(tenant, type, occurred_at)', '(tenant, request_id)'];

const within = 'tenant = $1 AND occurred_at >= $2 AND occurred_at < $3';
/** Question → plain SQL; parameters: tenant, from, to. */
const PLAIN: Readonly<Record<string, string>> = {
  'received by channel': `SELECT payload->>'channel' AS key, count(DISTINCT request_id)::int AS count FROM events
    WHERE ${within} AND type = 'request.submitted.v1' GROUP BY 1 ORDER BY 2 DESC, 1`,
  totals: `SELECT type AS key, count(DISTINCT request_id)::int AS count FROM events
    WHERE ${within} AND type = ANY ('{request.submitted.v1,work.resolved.v1,work.cancelled.v1,work.declined.v1,request.withdrawn.v1,work.reopened.v1}') GROUP BY 1 ORDER BY 1`,
  open: `SELECT count(*)::int AS count FROM (
      SELECT DISTINCT ON (request_id) request_id, type FROM events
      WHERE tenant = $1 AND occurred_at < $3 AND $2::timestamptz IS NOT NULL
        AND type = ANY ('{request.submitted.v1,request.withdrawn.v1,work.queued.v1,work.assigned.v1,work.resolved.v1,work.cancelled.v1,work.declined.v1,work.reopened.v1}')
      ORDER BY request_id, occurred_at DESC) AS latest
    WHERE type NOT IN ('request.withdrawn.v1', 'work.resolved.v1', 'work.cancelled.v1', 'work.declined.v1')`,
  'time to the first answer': `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY answered - submitted) AS p50,
      percentile_disc(0.95) WITHIN GROUP (ORDER BY answered - submitted) AS p95
    FROM (SELECT request_id, min(occurred_at) AS answered FROM events WHERE tenant = $1 AND type IN ('work.replied.v1', 'work.resolved.v1') GROUP BY 1) AS a
    JOIN (SELECT request_id, (payload->>'submittedAt')::timestamptz AS submitted FROM events WHERE tenant = $1 AND type = 'request.submitted.v1') AS s USING (request_id)
    WHERE answered >= $2 AND answered < $3`,
  'promises kept and broken': `SELECT payload->>'rule' AS rule, count(*) FILTER (WHERE payload->>'verdict' = 'kept')::int AS kept,
      count(*) FILTER (WHERE payload->>'verdict' = 'broken')::int AS broken
    FROM (SELECT DISTINCT ON (payload->>'clockId') payload FROM events WHERE tenant = $1 AND type = 'clock.stopped.v1' ORDER BY payload->>'clockId', occurred_at DESC) AS latest
    WHERE (payload->>'stoppedAt')::timestamptz >= $2 AND (payload->>'stoppedAt')::timestamptz < $3 GROUP BY 1 ORDER BY 1`,
  employees: `SELECT payload->'by'->>'id' AS id, count(DISTINCT request_id) FILTER (WHERE type = 'work.replied.v1')::int AS replied,
      count(DISTINCT request_id) FILTER (WHERE type = 'work.resolved.v1')::int AS resolved
    FROM events WHERE ${within} AND type = ANY ('{work.replied.v1,work.resolved.v1}') GROUP BY 1 ORDER BY 1`,
};

/** The archive's own query for each. */
const OURS: Readonly<Record<string, TenantQuery>> = {
  'received by channel': queries.received,
  totals: queries.totals,
  open: queries.open,
  'time to the first answer': queries.times,
  'promises kept and broken': queries.clocks,
  employees: queries.employees,
};

/** Fills both and asks both. PostgreSQL reads the file itself: it runs on this machine. */
export async function comparePostgres(compared: Compared): Promise<void> {
  const { house, rows, data, ground, regulation, now, rounds } = compared;
  const load = { events: rows, tenants: TENANTS, until: new Date(now), days: 1096 };
  const [largest] = shares(load);
  for (const share of shares(load)) {
    await generate(house, share, load, ground);
    await renewTenant(house, share.tenant);
  }
  await settle(house);
  const client = new pg.Client({ connectionString: compared.postgres });
  await client.connect();
  try {
    const stored = await fill(
      client,
      house,
      data,
      shares(load).map(({ tenant }) => tenant),
    );
    say(
      `beside plain SQL on PostgreSQL, ${count(stored)} events in both, ${count(largest?.requests ?? 0)} requests of the hotline:`,
    );
    const archive = new Archive(house);
    for (const [name, period] of periodsOf(regulation.calendar.timeZone)) {
      const span = { from: new Date(period.from), to: new Date(period.to), zone: period.timeZone };
      for (const [question, sql] of Object.entries(PLAIN)) {
        const query = OURS[question];
        if (query === undefined) continue;
        const params = [largest?.tenant, span.from, span.to];
        const theirs = await timed(question, rounds, () => client.query(sql, params));
        const ours = await timed(question, rounds, () => archive.ask(largest?.tenant ?? '', query, span));
        const middle = (took: readonly number[]) => took[took.length >> 1] ?? Number.NaN;
        say(
          `    ${name.padEnd(6)} ${question.padEnd(26)} PostgreSQL ${count(middle(theirs.took)).padStart(6)} ms, archive ${count(middle(ours.took)).padStart(4)} ms: ${(middle(theirs.took) / middle(ours.took)).toFixed(1)} times`,
        );
      }
    }
  } finally {
    await client.end();
  }
}

async function fill(
  client: pg.Client,
  { client: clickhouse, database }: ClickHouse,
  data: string,
  tenants: readonly string[],
): Promise<number> {
  await client.query(`DROP TABLE IF EXISTS events; ${TABLE}`);
  const folder = path.join(data, 'copied');
  mkdirSync(folder, { recursive: true });
  for (const [index, tenant] of tenants.entries()) {
    const file = path.join(folder, `${index}.tsv`);
    await clickhouse.command({
      query: `SELECT tenant, type, occurred_at, subject_id, payload FROM ${database}.events WHERE tenant = {t:String} INTO OUTFILE '${file}' FORMAT TabSeparated`,
      query_params: { t: tenant },
    });
    chmodSync(file, 0o644);
    await client.query(`COPY events FROM '${file}'`);
  }
  for (const columns of INDEXES) await client.query(`CREATE INDEX ON events ${columns}`);
  await client.query('VACUUM ANALYZE events');
  const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM events');
  return Number(rows[0]?.n);
}
