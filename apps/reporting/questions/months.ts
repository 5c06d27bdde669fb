import type { Instant, Millis } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A month of one tenant in hand; only the last try may tell and end it. */
export interface MonthClaim {
  readonly tenant: string;
  /** Its first day. */
  readonly month: string;
  readonly attempts: number;
}

export interface GroupedMonth {
  readonly month: string;
  readonly state: 'waiting' | 'grouping' | 'ready' | 'failed';
  readonly percent: number;
  readonly requests: number;
  readonly alone: number;
  readonly method: string | null;
  readonly notice: string | null;
  readonly groupedAt: Instant | null;
}

/** Asks for a month to be grouped (anew). Asking twice is asking once. */
export const askForMonth = (tx: Tx, tenant: string, month: string, now: Instant): Promise<unknown> =>
  tx.sql(
    `INSERT INTO reporting.question_months AS m (tenant, month, state, percent, attempts, next_attempt_at)
     VALUES ($1, $2, 'waiting', 0, 0, $3)
     ON CONFLICT (tenant, month) DO UPDATE SET state = 'waiting', percent = 0, attempts = 0, next_attempt_at = $3
      WHERE m.state IN ('ready', 'failed')`,
    [tenant, month, timestamp(now)],
  );

/** Takes the month that waits longest, the earlier month first; one whose worker died comes again after `lease`. Under the system role. */
export async function claimMonth(tx: Tx, now: Instant, lease: Millis): Promise<MonthClaim | undefined> {
  const [row] = await tx.sql<MonthClaim>(
    `UPDATE reporting.question_months AS m SET state = 'grouping', percent = 0, attempts = attempts + 1, next_attempt_at = $2
      WHERE (tenant, month) = (SELECT tenant, month FROM reporting.question_months
                                WHERE state IN ('waiting', 'grouping') AND next_attempt_at <= $1
                                ORDER BY month, next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING tenant, month, attempts`,
    [timestamp(now), timestamp((now + lease) as Instant)],
  );
  return row;
}

const ofClaim = `month = $1 AND attempts = $2 AND state = 'grouping'`;

export const tellMonth = (tx: Tx, { month, attempts }: MonthClaim, percent: number): Promise<unknown> =>
  tx.sql(`UPDATE reporting.question_months SET percent = $3 WHERE ${ofClaim}`, [month, attempts, percent]);

/** A try failed: the next comes at `nextAt`, or none when it is null. */
export const putMonthBack = (tx: Tx, claim: MonthClaim, failure: string, nextAt: Instant | null): Promise<unknown> =>
  tx.sql(
    `UPDATE reporting.question_months SET state = $3, failure = $4, next_attempt_at = coalesce($5, next_attempt_at)
      WHERE ${ofClaim}`,
    [claim.month, claim.attempts, nextAt === null ? 'failed' : 'waiting', failure, nextAt && timestamp(nextAt)],
  );

export interface MonthResult {
  readonly requests: number;
  readonly alone: number;
  readonly method: string;
  readonly notice: string | null;
}

/** The month is grouped, whoever asked for it. */
export const monthIsReady = (
  tx: Tx,
  tenant: string,
  month: string,
  made: MonthResult,
  now: Instant,
): Promise<unknown> =>
  tx.sql(
    `INSERT INTO reporting.question_months
       (tenant, month, state, percent, attempts, next_attempt_at, requests, alone, method, notice, grouped_at)
     VALUES ($1, $2, 'ready', 100, 0, $7, $3, $4, $5, $6, $7)
     ON CONFLICT (tenant, month) DO UPDATE SET state = 'ready', percent = 100, requests = $3, alone = $4, method = $5,
       notice = $6, grouped_at = $7, failure = NULL`,
    [tenant, month, made.requests, made.alone, made.method, made.notice, timestamp(now)],
  );

/** The months between two dates, as far as they were ever asked for. */
export async function readMonths(tx: Tx, first: string, last: string): Promise<readonly GroupedMonth[]> {
  return tx.sql<GroupedMonth>(
    `SELECT month, state, percent, requests, alone, method, notice, grouped_at AS "groupedAt"
       FROM reporting.question_months WHERE month BETWEEN $1 AND $2 ORDER BY month`,
    [first, last],
  );
}
