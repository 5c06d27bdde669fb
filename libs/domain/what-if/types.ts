import type { Instant } from '../time/index.ts';

/** How a promise stands: decided, or still open at the moment of asking. */
export type Verdict = 'kept' | 'broken' | 'cancelled' | 'open';

/** One run of a clock as a regulation promises it. */
export interface Promised {
  readonly rule: string;
  readonly clause: string;
  readonly run: number;
  readonly dueAt: Instant | null;
  readonly verdict: Verdict;
}

/** A promise as it was and as it would be; `null` where one of the two regulations makes no such promise. */
export interface Compared {
  readonly rule: string;
  readonly run: number;
  readonly before: Promised | null;
  readonly after: Promised | null;
}

/** A request whose promise would end otherwise. `At`: how moments are written, ISO 8601 once they have gone over the wire. */
export interface Moved<At = Instant> {
  readonly requestId: string;
  readonly number: string | null;
  readonly run: number;
  readonly dueBefore: At | null;
  readonly dueAfter: At | null;
}

/** `none`: the regulation makes no such promise. */
export type Standing = Verdict | 'none';

/** How many promises of one rule went from one standing to another, and the first of them that differ. */
export interface Outcome<At = Instant> {
  readonly rule: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly count: number;
  readonly moved: readonly Moved<At>[];
}
