import { IsoInstant } from '@reglament/contracts';
import { EDITION_ID } from '@reglament/domain/regulation';
import { z } from 'zod';

/** As long as the event that carries it allows. */
export const RegulationText = z.string().min(1).max(400_000);
export const EditionId = z.string().regex(EDITION_ID, 'Latin letters, digits, dots and hyphens, at most 50');

export const Difference = z.object({
  /** Null: it stands under no clause. */
  clause: z.string().nullable(),
  /** The clause's own words. */
  text: z.string().nullable(),
  sentences: z.array(z.string()),
});

export const EditionLine = z.object({
  edition: z.string(),
  inForceFrom: IsoInstant,
  state: z.enum(['past', 'in-force', 'scheduled']),
  /** Null for an edition that came as a file. */
  publishedAt: IsoInstant.nullable(),
  by: z.string().nullable(),
});
export type EditionLine = z.infer<typeof EditionLine>;

export const EditionView = EditionLine.extend({
  text: z.string(),
  /** Beside the edition that comes before it; null for the first. */
  differences: z.array(Difference).nullable(),
});
export type EditionView = z.infer<typeof EditionView>;

export const ChangedDayView = z.object({
  number: z.int(),
  date: z.iso.date(),
  /** As a regulation writes hours; null: the calendar's own day again. */
  hours: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: IsoInstant,
  /** No later change of the same day has taken its place. */
  isLatest: z.boolean(),
});
export type ChangedDayView = z.infer<typeof ChangedDayView>;

export const RegulationView = z.object({
  timeZone: z.string(),
  now: IsoInstant,
  /** The local date of now: a day before it cannot be changed. */
  today: z.iso.date(),
  /** A name that no edition has yet. */
  proposedEdition: z.string(),
  /** The newest first. */
  editions: z.array(EditionLine),
  days: z.array(ChangedDayView),
});
export type RegulationView = z.infer<typeof RegulationView>;

export const DraftView = z.object({
  mistakes: z.array(z.object({ line: z.int(), clause: z.string().nullable(), sentence: z.string() })),
  /** The edition that it is compared with. */
  against: z.string(),
  /** Null while there are mistakes. */
  differences: z.array(Difference).nullable(),
});
export type DraftView = z.infer<typeof DraftView>;
