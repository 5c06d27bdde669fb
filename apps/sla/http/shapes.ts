import { IsoInstant } from '@reglament/contracts';
import { z } from 'zod';

/** One stretch of time on the way to a deadline. */
const Span = z.object({
  from: IsoInstant,
  to: IsoInstant,
  /** counted: it is part of the time allowed; closed: outside working hours; paused: the clock stood still. */
  is: z.enum(['counted', 'closed', 'paused']),
  /** A holiday or working Saturday by name; for a pause, the fact that began it. Null on ordinary days. */
  why: z.string().nullable(),
});

/** How a deadline comes about, so that a person can check it by hand. */
export const ExplanationView = z.object({
  rule: z.string(),
  name: z.string(),
  clause: z.string(),
  /** The clause in the caller's language, where the tenant has it. */
  clauseText: z.string().nullable(),
  /** The edition of the regulation that the request was filed under. */
  edition: z.string(),
  calendar: z.string(),
  timeZone: z.string(),
  time: z.enum(['working', 'elapsed']),
  /** The time allowed; null where the regulation sets no target. */
  withinMs: z.int().nullable(),
  /** The fact that named the due moment, where a person set it: `work.deadline-set`. */
  setBy: z.string().nullable(),
  startedAt: IsoInstant,
  /** The kind of the fact that started the clock. */
  startedBy: z.string(),
  dueAt: IsoInstant.nullable(),
  /** From the start to the due moment with no gaps; where there is none, to the stop or to now. */
  spans: z.array(Span),
  /** The sum of the counted stretches. */
  countedMs: z.int(),
});
export type ExplanationView = z.infer<typeof ExplanationView>;

export const ClockView = z.object({
  clockId: z.string(),
  rule: z.string(),
  run: z.int(),
  name: z.string(),
  clause: z.string(),
  clauseText: z.string().nullable(),
  state: z.enum(['running', 'paused', 'stopped']),
  startedAt: IsoInstant,
  dueAt: IsoInstant.nullable(),
  /** The next warning; null when none is to come. */
  warnAt: IsoInstant.nullable(),
  /** Time left when the clock was paused. */
  leftMs: z.int().nullable(),
  stoppedAt: IsoInstant.nullable(),
  verdict: z.enum(['kept', 'broken', 'cancelled']).nullable(),
  /** Time is up: it was stopped too late, or it runs past its due moment. */
  expired: z.boolean(),
  /** The expiry was announced later than its time, after a stop of the service. */
  late: z.boolean(),
  /** It stopped before its rule or calendar changed and keeps the due moment and verdict of its time. */
  formerRules: z.boolean(),
  /** What was promised before, the earliest first: the due moment until then, what it became, when, and by which changed days. */
  former: z.array(
    z.object({
      dueAt: IsoInstant,
      becameDueAt: IsoInstant,
      movedAt: IsoInstant,
      /** Empty where the regulation itself was changed. Hours as a regulation writes them; null: the calendar’s own day again. */
      because: z.array(
        z.object({
          date: z.iso.date(),
          hours: z.string().nullable(),
          reason: z.string(),
          by: z.string(),
          at: IsoInstant,
        }),
      ),
    }),
  ),
  explanation: ExplanationView,
});
export type ClockView = z.infer<typeof ClockView>;
