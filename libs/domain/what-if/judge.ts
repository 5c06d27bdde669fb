import type { ClockRecord } from '../clock/record.ts';
import { foldThrough, type Version } from '../clock/through.ts';
import type { Clock, Fact } from '../clock/types.ts';
import type { Instant } from '../time/index.ts';
import type { Promised, Verdict } from './types.ts';

/** What is known of a request, as a clock rule is chosen by it. */
export interface History {
  readonly category: string;
  readonly channel: string;
  readonly clientCategory: string | null;
  readonly facts: readonly Fact[];
}

/**
 * What a regulation would have promised to a request, and how each promise would have ended: the same fold that keeps the clocks,
 * over the same facts. What people did is taken as it happened; a draft changes only what it is measured by.
 * @param versionAt the rules with the days of the calendar as they were known at a moment; null: as they are known now
 * @param now promises that run past their due moment by then are broken
 */
export function judge(history: History, versionAt: (at: Instant | null) => Version, now: Instant): readonly Promised[] {
  return foldThrough(versionAt, history, history.facts).map(({ clock }) => ({
    rule: clock.rule.id,
    clause: clock.rule.clause,
    run: clock.run,
    dueAt: dueOf(clock),
    verdict: verdictOf(clock, now),
  }));
}

/** A promise as it stands in the record. */
export function recorded(record: ClockRecord, now: Instant): Promised {
  const { rule, clause, run, dueAt, verdict, state } = record;
  const isOver = state === 'running' && dueAt !== null && dueAt <= now;
  return { rule, clause, run, dueAt, verdict: verdict ?? (isOver ? 'broken' : 'open') };
}

const dueOf = ({ state }: Clock): Instant | null => (state.state === 'paused' ? null : state.dueAt);

function verdictOf({ state }: Clock, now: Instant): Verdict {
  if (state.state === 'stopped') return state.verdict;
  return state.state === 'running' && state.dueAt !== null && state.dueAt <= now ? 'broken' : 'open';
}
