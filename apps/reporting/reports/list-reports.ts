import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import type { StoredReport } from '../http/reports-shapes.ts';

/** Two years of months with their weeks and days. */
const LONGEST_LIST = 200;

interface Row {
  readonly report_id: string;
  readonly kind: StoredReport['kind'];
  readonly first_date: string;
  readonly last_date: string;
  readonly state: StoredReport['state'];
  readonly percent: number;
  readonly attempts: number;
  readonly failure: string | null;
  readonly asked_by: string | null;
  readonly made_at: Instant | null;
}

interface FileRow {
  readonly report_id: string;
  readonly language: StoredReport['files'][number]['language'];
  readonly format: 'pdf' | 'xlsx';
  readonly size: number;
  readonly sha256: string;
}

interface LetterRow {
  readonly report_id: string;
  readonly letter_id: string;
  readonly recipient: string;
  readonly status: StoredReport['letters'][number]['status'];
  readonly attempts: number;
  readonly next_attempt_at: Instant | null;
  readonly sent_at: Instant | null;
  readonly failure: string | null;
}

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The tenant's reports, the latest first, each with its files and its letters. */
export async function listReports(tx: Tx): Promise<StoredReport[]> {
  const rows = await tx.sql<Row>(
    `SELECT report_id, kind, first_date, last_date, state, percent, attempts, failure, asked_by, made_at
       FROM reporting.reports ORDER BY last_date DESC, kind LIMIT ${LONGEST_LIST}`,
  );
  const ids = rows.map((row) => row.report_id);
  const files = await tx.sql<FileRow>(
    `SELECT report_id, language, format, length(bytes) AS size, sha256 FROM reporting.report_files
      WHERE report_id = ANY($1::uuid[]) ORDER BY language, format`,
    [ids],
  );
  const letters = await tx.sql<LetterRow>(
    `SELECT report_id, letter_id, recipient, status, attempts, next_attempt_at, sent_at, failure
       FROM reporting.report_letters WHERE report_id = ANY($1::uuid[]) ORDER BY recipient`,
    [ids],
  );
  return rows.map((row) => ({
    reportId: row.report_id,
    kind: row.kind,
    from: row.first_date,
    to: row.last_date,
    state: row.state,
    percent: row.percent,
    attempts: row.attempts,
    failure: row.failure,
    askedBy: row.asked_by,
    madeAt: iso(row.made_at),
    files: files
      .filter((file) => file.report_id === row.report_id)
      .map(({ language, format, size, sha256 }) => ({ language, format, size, sha256 })),
    letters: letters.filter((letter) => letter.report_id === row.report_id).map(letterOf),
  }));
}

const letterOf = (row: LetterRow): StoredReport['letters'][number] => ({
  letterId: row.letter_id,
  recipient: row.recipient,
  status: row.status,
  attempts: row.attempts,
  nextAttemptAt: iso(row.next_attempt_at),
  sentAt: iso(row.sent_at),
  failure: row.failure,
});
