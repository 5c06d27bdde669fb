import { type ClockRecord, nextMoment } from '@reglament/domain/clock';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { BEFORE_ALL } from './fact-store.ts';

/** A recorded clock and whose it is. */
export interface StoredClock {
  readonly tenant: string;
  readonly requestId: string;
  readonly record: ClockRecord;
}

interface ClockRow {
  tenant: string;
  request_id: string;
  rule: string;
  run: number;
  clause: string;
  state: ClockRecord['state'];
  started_at: Instant;
  due_at: Instant | null;
  warn_at: Instant[];
  stopped_at: Instant | null;
  verdict: ClockRecord['verdict'];
  counted_ms: number | null;
  warned: number;
  expired_for: Instant | null;
  late: boolean;
  terms: string;
}

const COLUMNS = `tenant, request_id, rule, run, clause, state, started_at, due_at, warn_at, stopped_at, verdict, counted_ms,
  warned, expired_for, late, terms`;

/** The clocks of these requests, locked against the ticker until the transaction ends. */
export async function lockClocks(tx: Tx, requestIds: readonly string[]): Promise<readonly StoredClock[]> {
  const rows = await tx.sql<ClockRow>(LOCK_CLOCKS, [tx.tenant, requestIds]);
  return rows.map(storedClock);
}

const LOCK_CLOCKS = `
  SELECT ${COLUMNS} FROM sla.clocks WHERE tenant = $1 AND request_id = ANY ($2::uuid[])
   ORDER BY request_id, rule, run FOR UPDATE`;

/** The clocks of one request, in the order they started. */
export async function clocksOf(tx: Tx, requestId: string): Promise<readonly StoredClock[]> {
  const rows = await tx.sql<ClockRow>(CLOCKS_OF, [tx.tenant, requestId]);
  return rows.map(storedClock);
}

const CLOCKS_OF = `
  SELECT ${COLUMNS} FROM sla.clocks WHERE tenant = $1 AND request_id = $2 ORDER BY started_at, rule, run`;

/** The clocks of these requests, to read. */
export async function clocksOfAll(tx: Tx, requestIds: readonly string[]): Promise<readonly StoredClock[]> {
  const rows = await tx.sql<ClockRow>(
    `SELECT ${COLUMNS} FROM sla.clocks WHERE tenant = $1 AND request_id = ANY ($2::uuid[]) ORDER BY request_id, rule, run`,
    [tx.tenant, requestIds],
  );
  return rows.map(storedClock);
}

/** Writes new and changed clocks with one statement. */
export async function saveClocks(tx: Tx, clocks: readonly StoredClock[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx.sql(SAVE_CLOCKS, [JSON.stringify(clocks.map(rowOf))]);
}

const SAVE_CLOCKS = `
  INSERT INTO sla.clocks (${COLUMNS}, next_at)
  SELECT ${COLUMNS}, next_at
    FROM jsonb_to_recordset($1::jsonb) AS clock (
      tenant text, request_id uuid, rule text, run integer, clause text, state text, started_at timestamptz, due_at timestamptz,
      warn_at jsonb, stopped_at timestamptz, verdict text, counted_ms bigint, warned integer, expired_for timestamptz,
      late boolean, terms text, next_at timestamptz)
   ORDER BY request_id, rule, run
  ON CONFLICT (tenant, request_id, rule, run) DO UPDATE SET
    clause = excluded.clause, state = excluded.state, started_at = excluded.started_at, due_at = excluded.due_at,
    warn_at = excluded.warn_at, stopped_at = excluded.stopped_at, verdict = excluded.verdict,
    counted_ms = excluded.counted_ms, warned = excluded.warned, expired_for = excluded.expired_for, late = excluded.late,
    terms = excluded.terms, next_at = excluded.next_at`;

/**
 * Clocks of all tenants with something to say by `now`, the earliest first. Rows that another instance or a fold holds are
 * passed over: whoever holds them announces them, or they come in the next round.
 */
export async function takeDueClocks(tx: Tx, now: Instant, limit: number): Promise<readonly StoredClock[]> {
  const rows = await tx.sql<ClockRow>(TAKE_DUE, [timestamp(now), limit]);
  return rows.map(storedClock);
}

const TAKE_DUE = `
  SELECT ${COLUMNS} FROM sla.clocks WHERE next_at <= $1 ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** What the ticker changes of a clock: its announcements. */
export async function saveAnnouncements(tx: Tx, clocks: readonly StoredClock[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx.sql(SAVE_ANNOUNCEMENTS, [JSON.stringify(clocks.map(rowOf))]);
}

const SAVE_ANNOUNCEMENTS = `
  UPDATE sla.clocks AS clock
     SET warned = said.warned, expired_for = said.expired_for, late = said.late, next_at = said.next_at
    FROM jsonb_to_recordset($1::jsonb) AS said (
      tenant text, request_id uuid, rule text, run integer, warned integer, expired_for timestamptz, late boolean,
      next_at timestamptz)
   WHERE clock.tenant = said.tenant AND clock.request_id = said.request_id AND clock.rule = said.rule AND clock.run = said.run`;

/** When the next announcement of any tenant is due; null when no clock runs. */
export async function nextAnnouncement(tx: Tx): Promise<Instant | null> {
  const rows = await tx.sql<{ next_at: Instant | null }>(
    'SELECT min(next_at) AS next_at FROM sla.clocks WHERE next_at IS NOT NULL',
  );
  return rows[0]?.next_at ?? null;
}

/** What every clock of a tenant should be worked out by now. */
export interface TodaysTerms {
  /** `edition rule terms`, one for each rule of each edition. */
  readonly all: readonly string[];
  readonly editions: readonly string[];
  /** Whose rules stand for an edition that is not (yet) known. */
  readonly inForce: string;
  /** Clocks that stopped since then may have been judged before a change was heard of that was published before they stopped. */
  readonly since: Instant | null;
}

const paramsOf = (tx: Tx, { all, editions, inForce, since }: TodaysTerms): unknown[] => [
  tx.tenant,
  all,
  editions,
  inForce,
  moment(since),
];

/** Requests with a clock that was worked out by other terms than today's, in the order of ids after the one given. */
export async function requestsUnderOtherTerms(
  tx: Tx,
  today: TodaysTerms,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.sql<{ request_id: string }>(UNDER_OTHER_TERMS, [
    ...paramsOf(tx, today),
    after ?? BEFORE_ALL,
    limit,
  ]);
  return rows.map((row) => row.request_id);
}

/** How many such requests there are. */
export async function countUnderOtherTerms(tx: Tx, today: TodaysTerms): Promise<number> {
  const rows = await tx.sql<{ count: number }>(COUNT_UNDER_OTHER_TERMS, paramsOf(tx, today));
  return rows[0]?.count ?? 0;
}

const EDITION = 'CASE WHEN request.edition = ANY ($3::text[]) THEN request.edition ELSE $4::text END';
const MAY_MOVE = "clock.tenant = $1 AND (clock.state <> 'stopped' OR clock.stopped_at >= $5::timestamptz)";

// The edition is looked up row by row and the place is a plain comparison, so that every plan, a prepared statement's general one too, walks
// the index from the place on and ends with the batch. With a join, or a place that may be null, each batch reads all that came before it.
export const UNDER_OTHER_TERMS = `
  SELECT DISTINCT clock.request_id FROM sla.clocks AS clock
   WHERE ${MAY_MOVE} AND clock.request_id > $6::uuid
     AND (SELECT ${EDITION} FROM sla.requests AS request
           WHERE request.tenant = clock.tenant AND request.request_id = clock.request_id)
         || ' ' || clock.rule || ' ' || clock.terms <> ALL ($2::text[])
   ORDER BY clock.request_id LIMIT $7`;

// All of them at once are another matter: here the join is ten times cheaper.
const COUNT_UNDER_OTHER_TERMS = `
  SELECT count(*)::int AS count FROM sla.requests AS request
   WHERE request.tenant = $1 AND EXISTS (
     SELECT FROM sla.clocks AS clock
      WHERE ${MAY_MOVE} AND clock.request_id = request.request_id
        AND ${EDITION} || ' ' || clock.rule || ' ' || clock.terms <> ALL ($2::text[]))`;

function storedClock(row: ClockRow): StoredClock {
  return {
    tenant: row.tenant,
    requestId: row.request_id,
    record: {
      rule: row.rule,
      clause: row.clause,
      run: row.run,
      state: row.state,
      startedAt: row.started_at,
      dueAt: row.due_at,
      warnAt: row.warn_at,
      stoppedAt: row.stopped_at,
      verdict: row.verdict,
      counted: row.counted_ms,
      warned: row.warned,
      expiredFor: row.expired_for,
      late: row.late,
      terms: row.terms,
    },
  };
}

const moment = (at: Instant | null): string | null => (at === null ? null : timestamp(at));

function rowOf({ tenant, requestId, record }: StoredClock): object {
  return {
    tenant,
    request_id: requestId,
    rule: record.rule,
    run: record.run,
    clause: record.clause,
    state: record.state,
    started_at: timestamp(record.startedAt),
    due_at: moment(record.dueAt),
    warn_at: record.warnAt,
    stopped_at: moment(record.stoppedAt),
    verdict: record.verdict,
    counted_ms: record.counted,
    warned: record.warned,
    expired_for: moment(record.expiredFor),
    late: record.late,
    terms: record.terms,
    next_at: moment(nextMoment(record)?.at ?? null),
  };
}
