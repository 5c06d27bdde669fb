import type { CallRule, Text } from '../regulation/types.ts';

export const callOutcomes = ['answered', 'no-answer', 'busy', 'switched-off', 'wrong-number'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export interface CallDecision {
  /** From 1 within one series: an answered call ends a series, reopening begins a new one. */
  readonly attempt: number;
  /** The platform's reason to cancel, when the series has come to its end; null while there is hope. */
  readonly cancelFor: string | null;
  /** What the requester is asked because the number is somebody else's; null for any other outcome. */
  readonly ask: Text | null;
}

/**
 * Counts a call (ovk 2.9). `earlier` holds the outcomes of the current series in order of time, without this one;
 * a hotline without a rule for calls records them and draws no conclusion. A wrong number counts for nothing, and another one is
 * asked for where the regulation has the words.
 */
export function decideCall(earlier: readonly CallOutcome[], outcome: CallOutcome, rule: CallRule | null): CallDecision {
  const attempt = earlier.length + 1;
  const ask = outcome === 'wrong-number' ? (rule?.wrongNumber?.ask ?? null) : null;
  if (rule === null || !rule.unanswered.includes(outcome)) return { attempt, cancelFor: null, ask };
  const unanswered = earlier.filter((each) => rule.unanswered.includes(each)).length + 1;
  return { attempt, ask, cancelFor: unanswered >= rule.attempts ? rule.reason : null };
}
