import type { ClickHouse } from '@reglament/platform/clickhouse';
import { renewal } from '../store/clickhouse/renewal.ts';

/** A request that an event tells of. */
export interface Touched {
  readonly tenant: string;
  readonly requestId: string;
}

const TENANT = /^[a-z][a-z0-9-]{0,62}$/;
/** JSON as PostgreSQL writes it has a space behind the colon, as JavaScript writes it none. */
const REQUEST = /"requestId":\s*"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g;
/** Requests renewed by one statement: a few dozen MB of ClickHouse's memory, and a few hundred KB of SQL. */
const AT_ONCE = 5_000;
const SETTINGS = { max_query_size: String(2 ** 20) };

/** The requests that a payload (JSON as it came) names. Text between quotes cannot be taken for one: its quotes are escaped. */
export const touchedBy = (tenant: string, payload: string): Touched[] =>
  [...payload.matchAll(REQUEST)].map(([, requestId = '']) => ({ tenant, requestId }));

/**
 * Makes the current rows of these requests from all their archived events. Call it after events were stored, however often:
 * a row that knows more of a request is never replaced by one that knows less.
 */
export async function renewRequests(house: ClickHouse, touched: readonly Touched[]): Promise<void> {
  const keys = new Set<string>();
  for (const { tenant, requestId } of touched) if (TENANT.test(tenant)) keys.add(`('${tenant}',${headOf(requestId)})`);
  const sorted = [...keys].sort();
  for (let from = 0; from < sorted.length; from += AT_ONCE) {
    await run(house, `(tenant, id_head) IN (${sorted.slice(from, from + AT_ONCE).join(',')})`);
  }
}

/** The column `id_head`: a UUID's first 16 digits as a number. */
const headOf = (id: string): bigint => BigInt(`0x${id.slice(0, 18).replaceAll('-', '')}`);

/** Every request of a tenant, after events were stored in bulk; in pieces, by the moment in the id. */
export async function renewTenant(house: ClickHouse, tenant: string, atOnce = 50_000): Promise<void> {
  if (!TENANT.test(tenant)) throw new Error(`${tenant} is not a tenant’s name`);
  for (let from = '0'; ; ) {
    const piece = `SELECT DISTINCT id_head FROM request_events WHERE tenant = '${tenant}' AND id_head >= ${from} ORDER BY id_head LIMIT ${atOnce}`;
    const answer = await house.client.query({
      query: `SELECT count() AS heads, toString(max(id_head)) AS last, toString(max(id_head) + 1) AS next FROM (${piece})`,
      format: 'JSONEachRow',
      http_headers: { 'x-clickhouse-database': house.database },
    });
    const [row] = await answer.json<{ heads: number; last: string; next: string }>();
    if (row === undefined || row.heads === 0) return;
    await run(house, `tenant = '${tenant}' AND id_head >= ${from} AND id_head <= ${row.last}`);
    from = row.next;
  }
}

async function run({ client, database }: ClickHouse, condition: string): Promise<void> {
  const http_headers = { 'x-clickhouse-database': database };
  for (const query of renewal(condition)) await client.command({ query, http_headers, clickhouse_settings: SETTINGS });
}
