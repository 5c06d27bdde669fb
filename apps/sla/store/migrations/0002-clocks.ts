import { type Migration, systemGrant, tenantPolicy } from '@reglament/platform/postgres';

/**
 * `requests`: what clocks are chosen by; a row without a category is a request whose facts came before its submission. The row
 *   is also the lock under which a request's facts are folded.
 * `facts`: everything that happened to a request, append-only; whatever `clocks` says can be worked out from it again.
 * `clocks`: what the fold came to and what has been announced. `warn_at` lists the moments of all warnings (ms since 1970).
 *   `next_at` is when the ticker has something to say; null when it has not, so the index holds open clocks only.
 */
export const clocks: Migration = {
  name: '0002-clocks',
  up: `
    CREATE TABLE sla.requests (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      category text,
      channel text,
      client_category text,
      edition text,
      submitted_at timestamptz(3),
      PRIMARY KEY (tenant, request_id)
    ) WITH (fillfactor = 80);
    ${tenantPolicy('sla', 'requests', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE sla.facts (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      fact_id uuid NOT NULL,
      kind text NOT NULL,
      at timestamptz(3) NOT NULL,
      data jsonb NOT NULL,
      recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (tenant, request_id, fact_id)
    );
    ${tenantPolicy('sla', 'facts', 'SELECT, INSERT')}

    CREATE TABLE sla.clocks (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      rule text NOT NULL,
      run integer NOT NULL CHECK (run > 0),
      clause text NOT NULL,
      state text NOT NULL CHECK (state IN ('running', 'paused', 'stopped')),
      started_at timestamptz(3) NOT NULL,
      due_at timestamptz(3),
      warn_at jsonb NOT NULL,
      stopped_at timestamptz(3),
      verdict text CHECK (verdict IN ('kept', 'broken', 'cancelled')),
      counted_ms bigint,
      warned integer NOT NULL,
      expired_for timestamptz(3),
      late boolean NOT NULL,
      next_at timestamptz(3),
      PRIMARY KEY (tenant, request_id, rule, run),
      CHECK ((state = 'stopped') = (verdict IS NOT NULL)),
      CHECK ((state = 'stopped') = (stopped_at IS NOT NULL))
    ) WITH (fillfactor = 80);
    CREATE INDEX clocks_next_at ON sla.clocks (next_at) WHERE next_at IS NOT NULL;
    ${tenantPolicy('sla', 'clocks', 'SELECT, INSERT, UPDATE')}
    ${systemGrant('sla', 'clocks', 'SELECT, UPDATE')}`,
};
