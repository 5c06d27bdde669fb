import { tenantPolicy } from '@reglament/platform/postgres';

/** Profiles of callers, the calls in which they were asked, and how often a number may still try (kuty 2.2). */
export const callers = {
  name: '0006-callers',
  up: `
    CREATE TABLE intake.callers (
      tenant text NOT NULL,
      caller_id uuid NOT NULL,
      answers jsonb NOT NULL,
      secret_hash text NOT NULL,
      secret_set_at timestamptz(3) NOT NULL,
      registered_at timestamptz(3) NOT NULL,
      registered_by text NOT NULL,
      PRIMARY KEY (tenant, caller_id)
    );
    CREATE TABLE intake.caller_numbers (
      tenant text NOT NULL,
      number text NOT NULL,
      caller_id uuid NOT NULL,
      PRIMARY KEY (tenant, number, caller_id)
    );
    CREATE INDEX numbers_of_caller ON intake.caller_numbers (tenant, caller_id);
    CREATE TABLE intake.caller_tries (
      tenant text NOT NULL,
      number text NOT NULL,
      failed integer NOT NULL,
      last_at timestamptz(3) NOT NULL,
      PRIMARY KEY (tenant, number)
    );
    CREATE TABLE intake.calls (
      tenant text NOT NULL,
      call_id uuid NOT NULL,
      number text NOT NULL,
      operator text NOT NULL,
      began_at timestamptz(3) NOT NULL,
      ended_at timestamptz(3),
      attempts integer NOT NULL,
      verified_at timestamptz(3),
      caller_id uuid,
      PRIMARY KEY (tenant, call_id)
    );
    CREATE INDEX open_calls ON intake.calls (tenant, operator) WHERE ended_at IS NULL;
    ALTER TABLE intake.requests ADD COLUMN call_id uuid;
    ${['callers', 'caller_numbers', 'caller_tries'].map((table) => tenantPolicy('intake', table)).join('')}
    ${tenantPolicy('intake', 'calls', 'SELECT, INSERT, UPDATE')}`,
};
