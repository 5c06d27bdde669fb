import type { Source } from '@reglament/contracts';
import { appRole, systemRole, tenantPolicy } from './ddl.ts';
import type { Tx } from './tx.ts';

/**
 * `<schema>.forgetting`: requests whose words are to leave the service's outbox; `<schema>.stream_leavings`: places in its stream whose message
 * is to be deleted. Both are emptied by the sweep `ForgetWords`; the outbox itself keeps its rows, its ids and its counts.
 */
export function forgettingTables(schema: Source): string {
  return `
    CREATE TABLE ${schema}.forgetting (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      asked_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (tenant, request_id)
    );
    ${tenantPolicy(schema, 'forgetting', 'SELECT, INSERT')}
    CREATE POLICY of_system ON ${schema}.forgetting TO ${systemRole(schema)} USING (true) WITH CHECK (true);
    -- To lock a row is to have the right to change something in it.
    GRANT SELECT, DELETE, UPDATE (asked_at) ON ${schema}.forgetting TO ${systemRole(schema)};
    CREATE TABLE ${schema}.stream_leavings (stream_seq bigint PRIMARY KEY);
    GRANT SELECT, INSERT, DELETE ON ${schema}.stream_leavings TO ${systemRole(schema)};
    GRANT UPDATE (payload) ON ${schema}.outbox TO ${systemRole(schema)};
    REVOKE UPDATE ON ${schema}.outbox FROM ${appRole(schema)};`;
}

/** Asks for these requests' words to leave what the service has said. Asking twice is asking once. */
export async function forgetWords(tx: Tx, schema: Source, requestIds: readonly string[]): Promise<void> {
  await tx.sql(
    `INSERT INTO ${schema}.forgetting (tenant, request_id) SELECT $1, id FROM unnest($2::uuid[]) AS id ON CONFLICT DO NOTHING`,
    [tx.tenant, requestIds],
  );
}
