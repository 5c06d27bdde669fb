import { forgettingTables, tenantPolicy } from '@reglament/platform/postgres';

/** What was erased, when, by whom and why, without a word about the person; requests and complaints say when it was done to them. */
export const erasure = {
  name: '0010-erasure',
  up: `
    ALTER TABLE intake.requests ADD COLUMN erased_at timestamptz(3);
    ALTER TABLE intake.complaints ADD COLUMN erased_at timestamptz(3);
    CREATE TABLE intake.erasures (
      tenant text NOT NULL,
      erasure_id uuid NOT NULL,
      at timestamptz(3) NOT NULL,
      because text NOT NULL CHECK (because IN ('demand', 'term')),
      clause text,
      reason text NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      requests integer NOT NULL,
      messages integer NOT NULL,
      letters integer NOT NULL,
      files integer NOT NULL,
      complaints integer NOT NULL,
      callers integer NOT NULL,
      accounts integer NOT NULL,
      PRIMARY KEY (tenant, erasure_id)
    );
    CREATE INDEX erasures_by_time ON intake.erasures (tenant, at DESC);
    ${tenantPolicy('intake', 'erasures', 'SELECT, INSERT')}
    ${forgettingTables('intake')}`,
};
