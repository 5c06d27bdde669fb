/** How tools look into the services' tables with the owner's connection: not even the owner sees tenants' rows, but each service's system role does. */
import type { Source } from '@reglament/contracts';
import type pg from 'pg';

const publishers: readonly Source[] = ['gateway', 'intake', 'reporting', 'routing', 'sla'];

/** The services that say events, of those whose tables exist. */
export async function schemasWithOutbox(client: pg.Client): Promise<Source[]> {
  const { rows } = await client.query(
    'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name || $2) IS NOT NULL',
    [publishers, '.outbox'],
  );
  return publishers.filter((source) => rows.some((row) => row.name === source));
}

/** A query under the service's system role; nothing it would change stays. */
export async function asSystem<R extends object = Record<string, unknown>>(
  client: pg.Client,
  service: string,
  text: string,
  params: readonly unknown[] = [],
): Promise<R[]> {
  await client.query(`BEGIN; SET LOCAL ROLE reglament_${service}_system`);
  try {
    return (await client.query(text, params as unknown[])).rows;
  } finally {
    await client.query('ROLLBACK');
  }
}
