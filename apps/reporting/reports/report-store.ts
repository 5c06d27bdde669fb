import type { Language } from '@reglament/domain/regulation';
import type { ReportKind } from '@reglament/domain/report';
import type { Instant, Millis } from '@reglament/domain/time';
import { newId } from '@reglament/platform/ids';
import { type Tx, timestamp } from '@reglament/platform/postgres';

export type FileFormat = 'pdf' | 'xlsx';

/** A report in hand: this try is the only one whose result will be taken. */
export interface Claim {
  readonly tenant: string;
  readonly reportId: string;
  readonly kind: ReportKind;
  readonly firstDate: string;
  readonly attempts: number;
  /** Null when the calendar asked for it: then it goes to the managers by itself. */
  readonly askedBy: string | null;
}

export interface WrittenLetter {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
}

export interface MadeFile {
  readonly language: Language;
  readonly format: FileFormat;
  readonly bytes: Buffer;
  readonly sha256: string;
}

export interface AskedReport {
  readonly kind: ReportKind;
  readonly from: string;
  readonly to: string;
  readonly askedBy: string | null;
}

/**
 * Asks for a report; one that is there already stays as it is, so asking twice, or in two instances at once, makes one.
 * A failed one is tried anew when a person asks. @returns its id
 */
export async function askForReport(tx: Tx, tenant: string, asked: AskedReport, now: Instant): Promise<string> {
  await tx.sql(
    `INSERT INTO reporting.reports (tenant, report_id, kind, first_date, last_date, state, percent, attempts, next_attempt_at, asked_by, requested_at)
     VALUES ($1, $2, $3, $4, $5, 'waiting', 0, 0, $6, $7, $6) ON CONFLICT (tenant, kind, first_date) DO NOTHING`,
    [tenant, newId(), asked.kind, asked.from, asked.to, timestamp(now), asked.askedBy],
  );
  if (asked.askedBy !== null)
    await tx.sql(
      `UPDATE reporting.reports SET state = 'waiting', attempts = 0, percent = 0, next_attempt_at = $3
        WHERE kind = $1 AND first_date = $2 AND state = 'failed'`,
      [asked.kind, asked.from, timestamp(now)],
    );
  const [row] = await tx.sql<{ report_id: string }>(
    'SELECT report_id FROM reporting.reports WHERE kind = $1 AND first_date = $2',
    [asked.kind, asked.from],
  );
  if (row === undefined) throw new Error(`The report ${asked.kind} ${asked.from} of ${tenant} was not stored`);
  return row.report_id;
}

/** Takes one report in hand under the system role; one whose maker died comes again after `lease`. */
export async function claimReport(tx: Tx, now: Instant, lease: Millis): Promise<Claim | undefined> {
  const [row] = await tx.sql<{
    tenant: string;
    report_id: string;
    kind: ReportKind;
    first_date: string;
    attempts: number;
    asked_by: string | null;
  }>(
    `UPDATE reporting.reports SET state = 'making', percent = 0, attempts = attempts + 1, next_attempt_at = $2
      WHERE report_id = (SELECT report_id FROM reporting.reports
                          WHERE state IN ('waiting', 'making') AND next_attempt_at <= $1
                          ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING tenant, report_id, kind, first_date, attempts, asked_by`,
    [timestamp(now), timestamp((now + lease) as Instant)],
  );
  return (
    row && {
      tenant: row.tenant,
      reportId: row.report_id,
      kind: row.kind,
      firstDate: row.first_date,
      attempts: row.attempts,
      askedBy: row.asked_by,
    }
  );
}

const ofClaim = `report_id = $1 AND attempts = $2 AND state = 'making'`;

export const tellProgress = (tx: Tx, { reportId, attempts }: Claim, percent: number): Promise<unknown> =>
  tx.sql(`UPDATE reporting.reports SET percent = $3 WHERE ${ofClaim}`, [reportId, attempts, percent]);

/** Stores what was made, unless another try has taken the report over meanwhile. */
export async function storeReport(
  tx: Tx,
  claim: Claim,
  made: { readonly figures: string; readonly files: readonly MadeFile[]; readonly letters: readonly WrittenLetter[] },
  now: Instant,
): Promise<void> {
  const { tenant, reportId, attempts } = claim;
  const taken = await tx.sql(
    `UPDATE reporting.reports SET state = 'ready', percent = 100, failure = NULL, made_at = $3, figures = $4
      WHERE ${ofClaim} RETURNING report_id`,
    [reportId, attempts, timestamp(now), made.figures],
  );
  if (taken.length === 0) return;
  for (const { language, format, bytes, sha256 } of made.files)
    await tx.sql(
      'INSERT INTO reporting.report_files (tenant, report_id, language, format, bytes, sha256) VALUES ($1, $2, $3, $4, $5, $6)',
      [tenant, reportId, language, format, bytes, sha256],
    );
  await writeLetters(tx, tenant, reportId, made.letters, now);
}

/** Puts a report's letters into the post. One that failed or was sent before is sent again; one under way stays. */
export async function writeLetters(
  tx: Tx,
  tenant: string,
  reportId: string,
  letters: readonly WrittenLetter[],
  now: Instant,
): Promise<void> {
  for (const { recipient, subject, body, language } of letters)
    await tx.sql(
      `INSERT INTO reporting.report_letters (tenant, letter_id, report_id, recipient, subject, body, language, status, attempts, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending', 0, $8)
       ON CONFLICT (report_id, recipient) DO UPDATE SET status = 'pending', attempts = 0, next_attempt_at = $8
        WHERE reporting.report_letters.status <> 'pending'`,
      [tenant, newId(), reportId, recipient, subject, body, language, timestamp(now)],
    );
}

/** A try failed: the next comes at `nextAt`, or none when it is null. */
export const putBack = (tx: Tx, claim: Claim, failure: string, nextAt: Instant | null): Promise<unknown> =>
  tx.sql(
    `UPDATE reporting.reports SET state = $3, failure = $4, next_attempt_at = coalesce($5, next_attempt_at) WHERE ${ofClaim}`,
    [
      claim.reportId,
      claim.attempts,
      nextAt === null ? 'failed' : 'waiting',
      failure,
      nextAt === null ? null : timestamp(nextAt),
    ],
  );
