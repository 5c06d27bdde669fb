import type { Instant, Millis } from '@reglament/domain/time';
import type { PlatformClock } from '@reglament/platform/clock';
import { Sweep } from '@reglament/platform/events';
import { type Database, type Tx, timestamp } from '@reglament/platform/postgres';
import type { ReportLetterRow, ReportMail } from './report-mail.ts';

const BATCH = 20;
const MAX_ATTEMPTS = 12;
const MINUTE: Millis = 60_000;

/**
 * Sends the letters with reports. As in intake: leased, handed over, marked; a crash in between sends again with the same Message-ID.
 * A letter that failed stays visible with the mail server's words and can be sent again by hand.
 */
export class SendReports extends Sweep {
  readonly name = 'send-reports';
  override readonly idle = 1_000;

  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly mail: ReportMail,
    /** The first pause between two tries, doubled each time up to an hour; real time. */
    private readonly firstPause: Millis = MINUTE,
  ) {
    super();
  }

  async round(): Promise<number> {
    const due = await this.database.system((tx) =>
      tx.sql<{ tenant: string; letter_id: string }>(
        `SELECT tenant, letter_id FROM reporting.report_letters WHERE status = 'pending' AND next_attempt_at <= $1
          ORDER BY next_attempt_at LIMIT ${BATCH}`,
        [timestamp(this.clock.now())],
      ),
    );
    for (const { tenant, letter_id } of due) await this.send(tenant, letter_id);
    return due.length;
  }

  private async send(tenant: string, letterId: string): Promise<void> {
    const letter = await this.database.tenant(tenant, (tx) => this.lease(tx, letterId));
    if (letter === undefined) return;
    const failure = await this.mail.send(letter).then(
      () => null,
      (error: Error) => error,
    );
    await this.database.tenant(tenant, (tx) => this.mark(tx, letter, failure));
  }

  private async lease(tx: Tx, letterId: string): Promise<ReportLetterRow | undefined> {
    const now = this.clock.now();
    const [letter] = await tx.sql<ReportLetterRow>(
      `SELECT tenant, letter_id, report_id, recipient, subject, body, language, attempts FROM reporting.report_letters
        WHERE letter_id = $1 AND status = 'pending' AND next_attempt_at <= $2 FOR UPDATE SKIP LOCKED`,
      [letterId, timestamp(now)],
    );
    if (letter === undefined) return undefined;
    const pause = Math.min(this.firstPause * 2 ** letter.attempts, 60 * MINUTE) * this.clock.speed;
    await tx.sql(
      'UPDATE reporting.report_letters SET attempts = attempts + 1, next_attempt_at = $2 WHERE letter_id = $1',
      [letterId, timestamp((now + pause) as Instant)],
    );
    const files = await tx.sql<ReportLetterRow['files'][number]>(
      `SELECT language, format, bytes, first_date FROM reporting.report_files JOIN reporting.reports USING (report_id)
        WHERE report_id = $1 ORDER BY language, format`,
      [letter.report_id],
    );
    return { ...letter, attempts: letter.attempts + 1, files };
  }

  /** Sent, or why not: for good after the last try or when the server refuses it for ever (SMTP 5xx). */
  private async mark(tx: Tx, letter: ReportLetterRow, error: Error | null): Promise<void> {
    if (error === null) {
      await tx.sql(
        `UPDATE reporting.report_letters SET status = 'sent', sent_at = $2, failure = NULL, next_attempt_at = NULL
          WHERE letter_id = $1 AND status = 'pending'`,
        [letter.letter_id, timestamp(this.clock.now())],
      );
      return;
    }
    const isFinal = letter.attempts >= MAX_ATTEMPTS || ((error as { responseCode?: number }).responseCode ?? 0) >= 500;
    await tx.sql(
      `UPDATE reporting.report_letters SET failure = $2, status = $3 WHERE letter_id = $1 AND status = 'pending'`,
      [letter.letter_id, error.message.slice(0, 500), isFinal ? 'failed' : 'pending'],
    );
  }
}
