import type { Source } from '@reglament/contracts';

export const appRole = (schema: Source): string => `reglament_${schema}`;
export const systemRole = (schema: Source): string => `reglament_${schema}_system`;

/**
 * Row-level security for one table with a `tenant` column: the app role sees and writes the rows of the transaction's tenant only,
 * and none at all where no tenant is set. FORCE, so that not even the owner is let past. Grants the app role all four verbs.
 */
export function tenantPolicy(schema: Source, table: string, verbs = 'SELECT, INSERT, UPDATE, DELETE'): string {
  return `
    ALTER TABLE ${schema}.${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${schema}.${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY of_tenant ON ${schema}.${table} TO ${appRole(schema)}
      USING (tenant = current_setting('app.tenant', true))
      WITH CHECK (tenant = current_setting('app.tenant', true));
    GRANT ${verbs} ON ${schema}.${table} TO ${appRole(schema)};`;
}

/** Lets the system role at one table, all tenants, with these verbs only: `'SELECT, UPDATE'`. */
export function systemGrant(schema: Source, table: string, verbs: string): string {
  return `
    CREATE POLICY of_system ON ${schema}.${table} TO ${systemRole(schema)} USING (true) WITH CHECK (true);
    GRANT ${verbs} ON ${schema}.${table} TO ${systemRole(schema)};`;
}

/** `<schema>.outbox`: every event the service has ever said, in order; the rows stay. */
export function outboxTables(schema: Source): string {
  return `
    CREATE TABLE ${schema}.outbox (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      event_id uuid NOT NULL UNIQUE,
      tenant text NOT NULL,
      type text NOT NULL,
      subject_id text NOT NULL,
      occurred_at timestamptz(3) NOT NULL,
      recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      traceparent text,
      payload jsonb NOT NULL,
      published_at timestamptz(3),
      stream_seq bigint
    );
    CREATE INDEX outbox_unpublished ON ${schema}.outbox (id) WHERE published_at IS NULL;
    CREATE INDEX outbox_stream_seq ON ${schema}.outbox (stream_seq) WHERE stream_seq IS NOT NULL;
    ${tenantPolicy(schema, 'outbox', 'SELECT, INSERT')}
    ${systemGrant(schema, 'outbox', 'SELECT, INSERT, UPDATE (published_at, stream_seq)')}`;
}

/**
 * `<schema>.inbox`: the ids of events whose effect is in this schema; `<schema>.consumed_types`: which types it handles and of what was
 * recorded since when (so that the ledger knows what to expect in the inbox); `<schema>.dead_letters`: events that could not take effect.
 */
export function inboxTables(schema: Source): string {
  return `
    CREATE TABLE ${schema}.inbox (
      event_id uuid PRIMARY KEY,
      tenant text NOT NULL,
      type text NOT NULL,
      handled_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );
    ${tenantPolicy(schema, 'inbox', 'SELECT, INSERT')}
    ${systemGrant(schema, 'inbox', 'SELECT, DELETE')}
    CREATE TABLE ${schema}.consumed_types (
      type text PRIMARY KEY,
      since timestamptz(3) NOT NULL
    );
    GRANT SELECT, INSERT, DELETE ON ${schema}.consumed_types TO ${systemRole(schema)};
    CREATE TABLE ${schema}.dead_letters (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      event_id text NOT NULL,
      tenant text NOT NULL,
      type text NOT NULL,
      source text NOT NULL,
      subject_id text NOT NULL,
      reason text NOT NULL CHECK (reason IN ('invalid', 'failed')),
      error text NOT NULL,
      headers jsonb NOT NULL,
      body text NOT NULL,
      deliveries integer NOT NULL,
      dead_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      replayed_at timestamptz(3),
      UNIQUE (event_id)
    );
    ${tenantPolicy(schema, 'dead_letters', 'SELECT, UPDATE')}
    ${systemGrant(schema, 'dead_letters', 'SELECT, INSERT, UPDATE')}`;
}
