import type { Calendar, Interval } from '../calendar/types.ts';
import type { ClockRule } from '../regulation/types.ts';
import type { Instant, Millis } from '../time/index.ts';

/** Something that happened to a request. Facts are a set: order of arrival and repetition change nothing. */
export interface Fact {
  readonly id: string;
  /** Event type without its version, as clock rules name it. */
  readonly kind: string;
  readonly at: Instant;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a rule is chosen by. */
export interface RequestTraits {
  readonly kind: string;
  readonly category: string;
  readonly channel: string;
  readonly clientCategory: string | null;
}

export type ClockState =
  | {
      readonly state: 'running';
      readonly startedAt: Instant;
      readonly dueAt: Instant | null;
      /** The moment of every warning of the rule, in order, also of those that have passed. */
      readonly warnAt: readonly Instant[];
    }
  | { readonly state: 'paused'; readonly startedAt: Instant; readonly pausedAt: Instant; readonly left: Millis | null }
  | {
      readonly state: 'stopped';
      readonly startedAt: Instant;
      readonly stoppedAt: Instant;
      readonly dueAt: Instant | null;
      readonly verdict: 'kept' | 'broken' | 'cancelled';
      readonly counted: Millis;
    };

/** Time that does not count, and the fact that began it. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly by: string;
  readonly clause: string | null;
}

/** What a running clock has to say next. */
export interface Announcement {
  readonly at: Instant;
  readonly announce: 'warning' | 'expiry';
}

/** One run of a clock: a rule may start several times for one request (call-backs, reopening). */
export interface Clock {
  readonly rule: ClockRule;
  /** 1 for the first run. */
  readonly run: number;
  readonly state: ClockState;
  /** The kind of the fact that started this run. */
  readonly startedBy: string;
  /** Pauses inside the run, clipped to it; the last may be open-ended (`to` null). */
  readonly pauses: readonly Pause[];
}

/** `fold(facts, rule, calendar) → state`: no `now`. Whether a running clock has expired is `dueAt <= now`, asked by the caller. */
export type Fold = (facts: readonly Fact[], rule: ClockRule, calendar: Calendar) => readonly Clock[];

/** A deadline, shown so that a person can check it by hand. */
export interface Explanation {
  readonly rule: string;
  readonly clause: string;
  readonly calendar: string;
  readonly timeZone: string;
  readonly within: Millis | null;
  /** The fact that named the due moment, where a person set it; null where the regulation's span did. */
  readonly setBy: string | null;
  readonly time: 'working' | 'elapsed';
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly dueAt: Instant | null;
  /** Every stretch from start to due (or stop or now) in order, with no gaps: counted, closed or paused, and why. */
  readonly spans: readonly (Interval & { readonly is: 'counted' | 'closed' | 'paused'; readonly why: string | null })[];
  readonly counted: Millis;
}
