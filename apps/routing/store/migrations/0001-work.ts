import { inboxTables, type Migration, outboxTables, tenantPolicy } from '@reglament/platform/postgres';

const append = 'SELECT, INSERT';

/** The moderator's queue, the work on each request, its trail, and what routing has heard from its neighbours. */
export const work: Migration = {
  name: '0001-work',
  up: `
    ${outboxTables('routing')}
    ${inboxTables('routing')}

    CREATE TABLE routing.works (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      number text NOT NULL,
      summary text NOT NULL,
      category text NOT NULL,
      channel text NOT NULL,
      language text NOT NULL,
      client_category text,
      product text,
      entry_point text NOT NULL,
      edition text NOT NULL,
      urgent boolean NOT NULL,
      -- 0 is served first; follows from the regulation's order of the queue, so that the index below is the queue.
      rank smallint NOT NULL,
      arrived_at timestamptz(3) NOT NULL,
      queued_at timestamptz(3) NOT NULL,
      status text NOT NULL CHECK (status IN
        ('queued', 'assigned', 'waiting', 'handed-over', 'resolved', 'cancelled', 'declined', 'withdrawn')),
      agent_id text,
      agent_name text,
      assigned_by text,
      assigned_at timestamptz(3),
      vendor text,
      -- When the requester was last asked; what they wrote before it is no answer.
      waiting_since timestamptz(3),
      -- The regulation's reason by which a clock proposes to cancel; staff decide.
      cancel_offer text,
      -- When the requester last wrote, until staff answer: the request wants a look.
      unread_since timestamptz(3),
      closed_at timestamptz(3),
      -- Calls are counted within a series; an answered call or a reopening begins a new one.
      call_series integer NOT NULL DEFAULT 1,
      version integer NOT NULL DEFAULT 1,
      PRIMARY KEY (tenant, request_id),
      CHECK (status <> 'assigned' OR agent_id IS NOT NULL)
    );
    CREATE INDEX works_queue ON routing.works (tenant, rank, arrived_at, request_id) WHERE status = 'queued';
    CREATE INDEX works_agent ON routing.works (tenant, agent_id, arrived_at, request_id)
      WHERE status IN ('assigned', 'waiting', 'handed-over');
    CREATE INDEX works_open ON routing.works (tenant, arrived_at, request_id)
      WHERE status IN ('assigned', 'waiting', 'handed-over');
    CREATE INDEX works_closed ON routing.works (tenant, closed_at DESC, request_id) WHERE closed_at IS NOT NULL;
    CREATE UNIQUE INDEX works_number ON routing.works (tenant, number);
    ${tenantPolicy('routing', 'works', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE routing.trail (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      at timestamptz(3) NOT NULL,
      verb text NOT NULL,
      by_kind text NOT NULL CHECK (by_kind IN ('staff', 'requester', 'platform')),
      by_id text NOT NULL,
      by_name text NOT NULL,
      detail jsonb NOT NULL DEFAULT '{}'
    );
    CREATE INDEX trail_request ON routing.trail (tenant, request_id, id);
    CREATE INDEX trail_employee ON routing.trail (tenant, by_id, at) WHERE by_kind = 'staff';
    ${tenantPolicy('routing', 'trail', append)}
    -- No grant lets a service change the trail; this stops the owner's hand as well.
    CREATE FUNCTION routing.trail_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the trail is only ever added to' USING ERRCODE = 'insufficient_privilege'; END $$;
    CREATE TRIGGER trail_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON routing.trail
      FOR EACH STATEMENT EXECUTE FUNCTION routing.trail_is_final();

    CREATE TABLE routing.call_attempts (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      series integer NOT NULL,
      attempt integer NOT NULL,
      at timestamptz(3) NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      outcome text NOT NULL,
      note text,
      PRIMARY KEY (tenant, request_id, series, attempt)
    );
    ${tenantPolicy('routing', 'call_attempts', append)}

    CREATE TABLE routing.agents (
      tenant text NOT NULL,
      staff_id text NOT NULL,
      name text NOT NULL,
      roles text[] NOT NULL,
      skills text[] NOT NULL,
      languages text[] NOT NULL,
      active boolean NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      PRIMARY KEY (tenant, staff_id)
    );
    ${tenantPolicy('routing', 'agents', 'SELECT, INSERT, UPDATE')}

    -- What sla said about each clock, for display: routing keeps no time.
    CREATE TABLE routing.clock_view (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      clock_id text NOT NULL,
      rule text NOT NULL,
      clause text NOT NULL,
      state text NOT NULL CHECK (state IN ('running', 'paused', 'stopped')),
      due_at timestamptz(3),
      warn_at timestamptz(3),
      warned boolean NOT NULL DEFAULT false,
      expired boolean NOT NULL DEFAULT false,
      verdict text,
      -- The event it was last told by. Ids sort by when they were made; the moments inside may be older.
      heard uuid NOT NULL,
      PRIMARY KEY (tenant, request_id, clock_id)
    );
    ${tenantPolicy('routing', 'clock_view', 'SELECT, INSERT, UPDATE')}

    -- Facts that came before the request itself, from another stream or a replay; applied when it comes.
    CREATE TABLE routing.early_facts (
      event_id uuid PRIMARY KEY,
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      type text NOT NULL,
      occurred_at timestamptz(3) NOT NULL,
      payload jsonb NOT NULL
    );
    CREATE INDEX early_facts_request ON routing.early_facts (tenant, request_id);
    ${tenantPolicy('routing', 'early_facts', 'SELECT, INSERT, DELETE')}`,
};
