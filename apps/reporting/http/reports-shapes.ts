import { IsoInstant } from '@reglament/contracts';
import { z } from 'zod';

const Language = z.enum(['ru', 'uk', 'kk', 'en']);

/** A letter with a report, as far as it got. */
export const Delivery = z.object({
  letterId: z.uuid(),
  recipient: z.string(),
  status: z.enum(['pending', 'sent', 'failed']),
  attempts: z.int(),
  nextAttemptAt: IsoInstant.nullable(),
  sentAt: IsoInstant.nullable(),
  /** What the mail server said last, where it did not take the letter. */
  failure: z.string().nullable(),
});

export const StoredReport = z.object({
  reportId: z.uuid(),
  kind: z.enum(['day', 'week', 'month']),
  from: z.iso.date(),
  to: z.iso.date(),
  state: z.enum(['waiting', 'making', 'ready', 'failed']),
  percent: z.int().min(0).max(100),
  attempts: z.int(),
  failure: z.string().nullable(),
  /** Who asked for it; null: the calendar. */
  askedBy: z.string().nullable(),
  madeAt: IsoInstant.nullable(),
  files: z.array(z.object({ language: Language, format: z.enum(['pdf', 'xlsx']), size: z.int(), sha256: z.string() })),
  letters: z.array(Delivery),
});
export type StoredReport = z.infer<typeof StoredReport>;

export const StoredReports = z.object({
  /** Months that are over and have no report yet may be asked for; the latest first. */
  items: z.array(StoredReport),
  /** To whom reports go by the regulation. */
  recipients: z.array(z.string()),
  /** The last month that is over, `YYYY-MM`. */
  lastMonth: z.string(),
});
export type StoredReports = z.infer<typeof StoredReports>;
