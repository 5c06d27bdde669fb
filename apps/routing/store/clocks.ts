import type { Tx } from '@reglament/platform/postgres';

/** What one clock event says about one clock; instants as they came, ISO 8601. */
export interface ClockNote {
  readonly requestId: string;
  readonly clockId: string;
  readonly rule: string;
  readonly clause: string;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  readonly verdict: string | null;
  /** The event's id: of two words about a clock the one with the later id counts. */
  readonly heard: string;
}

const stateText = `
  INSERT INTO routing.clock_view (tenant, request_id, clock_id, rule, clause, state, due_at, warn_at, verdict, heard)
  SELECT current_setting('app.tenant'), request_id, clock_id, rule, clause, state, due_at, warn_at, verdict, heard
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[],
                $9::uuid[])
         AS note (request_id, clock_id, rule, clause, state, due_at, warn_at, verdict, heard)
   ORDER BY request_id, clock_id
  ON CONFLICT (tenant, request_id, clock_id) DO UPDATE SET
    state = excluded.state,
    due_at = coalesce(excluded.due_at, CASE WHEN excluded.state = 'stopped' THEN clock_view.due_at END),
    warn_at = excluded.warn_at,
    verdict = excluded.verdict,
    -- Worked out anew with a later deadline: it is not late any more.
    expired = clock_view.expired AND NOT (excluded.state <> 'stopped' AND coalesce(excluded.due_at > clock_view.due_at, false)),
    heard = excluded.heard
  WHERE excluded.heard >= clock_view.heard`;

/** Started, paused, went on, stopped. An older word never replaces a newer one. At most one note per clock. */
export async function noteClockStates(tx: Tx, notes: readonly ClockNote[]): Promise<void> {
  if (notes.length === 0) return;
  await tx.sql(stateText, [
    notes.map((note) => note.requestId),
    notes.map((note) => note.clockId),
    notes.map((note) => note.rule),
    notes.map((note) => note.clause),
    notes.map((note) => note.state),
    notes.map((note) => note.dueAt),
    notes.map((note) => note.warnAt),
    notes.map((note) => note.verdict),
    notes.map((note) => note.heard),
  ]);
}

/** A clock that has come to its warning point or its end. */
export interface ClockMark {
  readonly requestId: string;
  readonly clockId: string;
  readonly rule: string;
  readonly clause: string;
  readonly dueAt: string;
  readonly warned: boolean;
  readonly expired: boolean;
}

// A mark that comes before the clock's own start is kept under the earliest id, so that the start still counts as newer.
const markText = `
  INSERT INTO routing.clock_view (tenant, request_id, clock_id, rule, clause, state, due_at, warned, expired, heard)
  SELECT current_setting('app.tenant'), request_id, clock_id, rule, clause, 'running', due_at, warned, expired, '00000000-0000-0000-0000-000000000000'
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::boolean[], $7::boolean[])
         AS mark (request_id, clock_id, rule, clause, due_at, warned, expired)
   ORDER BY request_id, clock_id
  ON CONFLICT (tenant, request_id, clock_id) DO UPDATE SET
    warned = clock_view.warned OR excluded.warned,
    -- The end of a deadline that has been moved since is no end.
    expired = clock_view.expired OR (excluded.expired AND (clock_view.due_at IS NULL OR clock_view.due_at <= excluded.due_at))`;

export async function markClocks(tx: Tx, marks: readonly ClockMark[]): Promise<void> {
  if (marks.length === 0) return;
  await tx.sql(markText, [
    marks.map((mark) => mark.requestId),
    marks.map((mark) => mark.clockId),
    marks.map((mark) => mark.rule),
    marks.map((mark) => mark.clause),
    marks.map((mark) => mark.dueAt),
    marks.map((mark) => mark.warned),
    marks.map((mark) => mark.expired),
  ]);
}
