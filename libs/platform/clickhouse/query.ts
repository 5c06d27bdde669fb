import type { z } from 'zod';
import { type ClickHouse, ClickHouseUnavailable, isPassing } from './client.ts';

/** A query with a name: its SQL, its typed parameters (`{from:DateTime64(3)}`), and what a row of its answer looks like. */
export interface Query<Params extends z.ZodType = z.ZodType, Row extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly sql: string;
  readonly params: Params;
  readonly row: Row;
}

/** A query over tenants' data: it cannot run without a tenant, and reads nothing of another. */
export interface TenantQuery<Params extends z.ZodType = z.ZodType, Row extends z.ZodType = z.ZodType>
  extends Query<Params, Row> {
  readonly perTenant: true;
}

const PLACEHOLDER = /\{(\w+):[^}]+\}/g;
const TENANT = /^[a-z][a-z0-9-]{1,30}$/;
/** Rows of one answer; a query that could give more must ask for a page. */
const MAX_ROWS = 100_000;

const placeholders = (sql: string): Set<string> =>
  new Set([...sql.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''));

/** Defines a query whose tables hold no tenant's data, or that is meant to see all (the ledger). */
export function defineQuery<P extends z.ZodType, R extends z.ZodType>(query: Query<P, R>): Query<P, R> {
  if (/;\s*\S/.test(query.sql)) throw new Error(`Query ${query.name} is more than one statement.`);
  return Object.freeze(query);
}

/**
 * Defines a query over tenants' data.
 * @throws Error when the SQL does not compare a column with the bound `{tenant:String}`
 */
export function defineTenantQuery<P extends z.ZodType, R extends z.ZodType>(query: Query<P, R>): TenantQuery<P, R> {
  if (!/\btenant\s*=\s*\{tenant:String\}/.test(query.sql)) {
    throw new Error(`Query ${query.name} does not say "tenant = {tenant:String}".`);
  }
  return Object.freeze({ ...defineQuery(query), perTenant: true as const });
}

async function run<R extends z.ZodType>(
  { client, database }: ClickHouse,
  query: Query<z.ZodType, R>,
  given: Readonly<Record<string, unknown>>,
  settings: Record<string, string>,
): Promise<z.output<R>[]> {
  for (const name of placeholders(query.sql)) {
    if (given[name] === undefined) throw new Error(`Query ${query.name} lacks its parameter ${name}.`);
  }
  const ask = async (): Promise<unknown[]> => {
    const answer = await client.query({
      query: query.sql,
      query_params: { ...given },
      format: 'JSONEachRow',
      clickhouse_settings: { max_result_rows: String(MAX_ROWS), ...settings },
      http_headers: { 'x-clickhouse-database': database },
    });
    return answer.json<unknown>();
  };
  const rows = await ask().catch((error: unknown) => {
    if (!isPassing(error)) throw error;
    throw new ClickHouseUnavailable(`ClickHouse could not answer "${query.name}" now`, { cause: error });
  });
  return rows.map((row) => query.row.parse(row));
}

/** Runs a query that is not bound to a tenant. */
export async function runQuery<P extends z.ZodType, R extends z.ZodType>(
  house: ClickHouse,
  query: Query<P, R>,
  params: z.input<P>,
): Promise<z.output<R>[]> {
  if ('perTenant' in query) throw new Error(`Query ${query.name} runs for one tenant only.`);
  return run(house, query, query.params.parse(params) as Record<string, unknown>, {});
}

/**
 * Runs a query for one tenant. Beside the query's own condition, ClickHouse is told to show only this tenant's rows of
 * the tables named in `tables`: a forgotten condition in a join or a subquery shows nothing of another tenant.
 * @throws Error when the tenant is not a tenant's name
 */
export async function runTenantQuery<P extends z.ZodType, R extends z.ZodType>(
  house: ClickHouse,
  query: TenantQuery<P, R>,
  tenant: string,
  params: z.input<P>,
  tables: readonly string[] = [],
): Promise<z.output<R>[]> {
  if (!TENANT.test(tenant)) throw new Error(`Query ${query.name} was asked without a tenant.`);
  const filters = tables.map((table) => `'${house.database}.${table}': 'tenant = ''${tenant}'''`);
  const settings: Record<string, string> =
    filters.length === 0 ? {} : { additional_table_filters: `{${filters.join(', ')}}` };
  return run(house, query, { ...(query.params.parse(params) as Record<string, unknown>), tenant }, settings);
}
