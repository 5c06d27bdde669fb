import { type Migration, tenantPolicy } from '@reglament/platform/postgres';

const append = 'SELECT, INSERT';

/** Sessions of remote administration and the steps of a diagnosis: written down once, never changed. */
export const sessionsAndDiagnosis: Migration = {
  name: '0004-sessions-and-diagnosis',
  up: `
    CREATE TABLE routing.remote_sessions (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      session_id uuid NOT NULL,
      tool text NOT NULL,
      started_at timestamptz(3) NOT NULL,
      ended_at timestamptz(3) NOT NULL,
      consent_by text NOT NULL,
      consent_how text NOT NULL,
      note text,
      at timestamptz(3) NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (tenant, request_id, session_id),
      CHECK (ended_at >= started_at),
      CHECK (consent_by <> '')
    );
    ${tenantPolicy('routing', 'remote_sessions', append)}

    CREATE TABLE routing.diagnosis_steps (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      step text NOT NULL,
      choice text,
      text text,
      at timestamptz(3) NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL
    );
    CREATE INDEX diagnosis_steps_request ON routing.diagnosis_steps (tenant, request_id, id);
    ${tenantPolicy('routing', 'diagnosis_steps', append)}`,
};
