import { Id, IsoInstant } from '@reglament/contracts';
import { z } from 'zod';
import { ExplanationView } from './shapes.ts';

/** A regulation file is some thirty kilobytes; ten times that is a mistake. */
const LONGEST_TEXT = 400_000;

const Change = z.object({
  /** The way to the value, key by key: `["clocks", "answer", "within"]`. */
  at: z.array(z.string().min(1).max(100)).min(1).max(8),
  /** The value put in its place; null takes it out. */
  to: z.string().max(2_000).nullable(),
});

/** A draft: the regulation in force, or a text of one's own, with some values changed. */
export const Draft = z.object({
  text: z.string().min(1).max(LONGEST_TEXT).optional(),
  changes: z.array(Change).max(100).default([]),
});
export type Draft = z.infer<typeof Draft>;

/** Which part of the history is replayed: requests submitted on these days of the tenant's calendar, both included, some at a time. */
export const Replay = Draft.extend({
  /** Left out: from the first request on. */
  from: z.iso.date().optional(),
  /** Left out: to the last. */
  to: z.iso.date().optional(),
  /** Where the part before this one ended; leave out to begin. */
  after: Id.optional(),
});
export type Replay = z.infer<typeof Replay>;

const standing = z.enum(['kept', 'broken', 'cancelled', 'open', 'none']);

const Moved = z.object({
  requestId: z.string(),
  number: z.string().nullable(),
  run: z.int(),
  dueBefore: IsoInstant.nullable(),
  dueAfter: IsoInstant.nullable(),
});

const Outcome = z.object({
  rule: z.string(),
  before: standing,
  /** `none`: that regulation makes no such promise. */
  after: standing,
  count: z.int(),
  /** The first of those that would end otherwise. */
  moved: z.array(Moved),
});

/** What one part of the history comes to. Parts add up: counts are added, names are joined. */
export const ReplayedPart = z.object({
  /** Requests in this part, and in the whole period. */
  requests: z.int(),
  total: z.int(),
  /** Send it as `after` for the next part; null when this was the last. */
  next: z.string().nullable(),
  /** Every rule of either regulation, in the regulation's order, with its name and clause in the caller's language. */
  rules: z.array(z.object({ rule: z.string(), clause: z.string(), name: z.string() })),
  outcomes: z.array(Outcome),
});
export type ReplayedPart = z.infer<typeof ReplayedPart>;

/** The regulation in force as text, and the values that people change first. */
export const DraftBase = z.object({
  edition: z.string(),
  text: z.string(),
  targets: z.array(
    z.object({ rule: z.string(), clause: z.string(), name: z.string(), at: z.array(z.string()), value: z.string() }),
  ),
  /** Opening hours and breaks by days of the week; an empty value is a break that there is not. */
  hours: z.array(
    z.object({ kind: z.enum(['open', 'break']), days: z.string(), at: z.array(z.string()), value: z.string() }),
  ),
});
export type DraftBase = z.infer<typeof DraftBase>;

/** One promise under both regulations, each counted out. */
export const ComparedExplanation = z.object({
  before: ExplanationView.nullable(),
  after: ExplanationView.nullable(),
});
export type ComparedExplanation = z.infer<typeof ComparedExplanation>;

export const ExplainDraft = Draft.extend({
  requestId: Id,
  rule: z.string().min(1).max(50),
  run: z.int().min(1).max(1_000),
});
export type ExplainDraft = z.infer<typeof ExplainDraft>;
