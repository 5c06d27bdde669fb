import type { ClickHouse } from '@reglament/platform/clickhouse';
import { renewal } from '../store/clickhouse/renewal.ts';

/** A request that an event tells of. */
export interface Touched {
  readonly tenant: string;
  readonly requestId: string;
}

const TENANT = /^[a-z][a-z0-9-]{0,62}$/;
const REQUEST = /"requestId":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g;
/** Requests renewed by one statement: a few dozen MB of ClickHouse's memory. */
const AT_ONCE = 5_000;

/** The requests that a payload (JSON as it came) names. Text between quotes cannot be taken for one: its quotes are escaped. */
export const touchedBy = (tenant: string, payload: string): Touched[] =>
  [...payload.matchAll(REQUEST)].map(([, requestId = '']) => ({ tenant, requestId }));

/**
 * Makes the current rows of these requests from all their archived events. Call it after events were stored, however often:
 * a row that knows more of a request is never replaced by one that knows less.
 */
export async function renewRequests(house: ClickHouse, touched: readonly Touched[]): Promise<void> {
  const keys = new Set<string>();
  for (const { tenant, requestId } of touched) if (TENANT.test(tenant)) keys.add(`('${tenant}','${requestId}')`);
  const sorted = [...keys].sort();
  for (let from = 0; from < sorted.length; from += AT_ONCE) {
    await run(house, `(tenant, request_id) IN (${sorted.slice(from, from + AT_ONCE).join(',')})`);
  }
}

/** Every request of a tenant, after events were stored in bulk. `pieces` bounds the memory: so many statements, one after the other. */
export async function renewTenant(house: ClickHouse, tenant: string, pieces = 1): Promise<void> {
  if (!TENANT.test(tenant)) throw new Error(`${tenant} is not a tenant’s name`);
  for (let piece = 0; piece < pieces; piece += 1) {
    const part = pieces === 1 ? '' : ` AND cityHash64(request_id) % ${pieces} = ${piece}`;
    await run(house, `tenant = '${tenant}'${part}`);
  }
}

async function run({ client, database }: ClickHouse, condition: string): Promise<void> {
  const http_headers = { 'x-clickhouse-database': database };
  for (const query of renewal(condition)) await client.command({ query, http_headers });
}
