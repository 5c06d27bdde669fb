import { type Migration, tenantPolicy } from '@reglament/platform/postgres';

/** Breaches of conduct and what was done about each, step by step. */
export const incidents: Migration = {
  name: '0006-incidents',
  up: `
    CREATE TABLE routing.incidents (
      tenant text NOT NULL,
      incident_id uuid NOT NULL,
      -- Null: a call of which no request was made.
      request_id uuid,
      number text,
      procedure text NOT NULL,
      clause text NOT NULL,
      note text NOT NULL,
      opened_at timestamptz(3) NOT NULL,
      opened_by text NOT NULL,
      opened_by_name text NOT NULL,
      closed_at timestamptz(3),
      steps jsonb NOT NULL,
      PRIMARY KEY (tenant, incident_id)
    );
    CREATE INDEX incidents_time ON routing.incidents (tenant, opened_at DESC, incident_id);
    CREATE INDEX incidents_request ON routing.incidents (tenant, request_id) WHERE request_id IS NOT NULL;
    ${tenantPolicy('routing', 'incidents', 'SELECT, INSERT, UPDATE')}`,
};
