import type { Instant, Millis } from '../time/index.ts';
import type { MovedPromise } from './through.ts';
import type { Announcement, Clock } from './types.ts';

/** One run of a clock as it is kept: what the fold came to, and what has been announced of it. */
export interface ClockRecord {
  readonly rule: string;
  readonly clause: string;
  readonly run: number;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly startedAt: Instant;
  readonly dueAt: Instant | null;
  readonly warnAt: readonly Instant[];
  readonly stoppedAt: Instant | null;
  readonly verdict: 'kept' | 'broken' | 'cancelled' | null;
  readonly counted: Millis | null;
  /** How many warnings have been announced or overtaken. */
  readonly warned: number;
  /** The due moment whose expiry has been announced; another due moment is announced anew. */
  readonly expiredFor: Instant | null;
  /** The expiry was announced later than its time. */
  readonly late: boolean;
  /** What it was worked out by, as `termsOf` names it. */
  readonly terms: string;
}

/**
 * Something to say about a clock, and since when it is true. States (`scheduled`, `stopped`) are true since the newest fact
 * that they rest on, so that of two states of one clock the one said later is never dated earlier.
 */
export interface Say {
  readonly what: 'scheduled' | 'warned' | 'expired' | 'stopped';
  readonly at: Instant;
}

/**
 * An announcement is late when it comes more than two seconds after its moment: the ticker looks five times a second and a
 * busy database may take one, so more than that means that something stood still.
 */
const LATE_AFTER: Millis = 2_000;

/** The same in platform time. A simulated clock runs faster, and the seconds above are real ones. */
export const lateAfter = (speed: number): Millis => LATE_AFTER * Math.max(1, speed);

/**
 * Names what a clock is worked out by: a fingerprint of its rule and calendar as the regulation has them, and behind a dot the number of
 * the latest changed day that was known.
 */
export const termsOf = (fingerprint: string, days: number): string =>
  days === 0 ? fingerprint : `${fingerprint}.${days}`;

/** The fingerprint alone, without the days that were changed. */
export const writtenTerms = (terms: string): string => terms.split('.')[0] ?? terms;

/** The number of the latest changed day that these terms know of; 0 where they know of none. */
export const daysKnown = (terms: string): number => Number(terms.split('.')[1] ?? 0);

/** An open promise that other rules or another calendar have moved; null where it stands, or was not yet one. */
export function movedPromise(before: ClockRecord | undefined, record: ClockRecord): MovedPromise | null {
  const { startedAt, dueAt, terms } = record;
  if (before?.state !== 'running' || before.terms === terms || before.startedAt !== startedAt) return null;
  if (before.dueAt === null || dueAt === null || before.dueAt === dueAt) return null;
  return { startedAt, from: before.dueAt, to: dueAt };
}

/**
 * Compares what the facts come to now with what was recorded: the new record, and what has to be said about the difference.
 * A run that stopped under another text of the regulation keeps the verdict of its time, as long as no fact moves its start or
 * stop; an open one goes on under the new terms. Changed days need no such rule: a run is given with the calendar of its time.
 */
export function settle(
  before: ClockRecord | undefined,
  clock: Clock,
  moment: { readonly now: Instant; readonly lateAfter: Millis; readonly latestFact: Instant; readonly terms: string },
): { readonly record: ClockRecord; readonly says: readonly Say[] } {
  const record = recordOf(before, clock, moment.terms);
  const { dueAt, stoppedAt } = record;
  const isOfItsTime = before?.stoppedAt != null && writtenTerms(before.terms) !== writtenTerms(moment.terms);
  if (isOfItsTime && before.stoppedAt === stoppedAt && before.startedAt === record.startedAt) {
    return { record: before, says: [] };
  }
  if (stoppedAt === null) {
    const isSame = before?.state === record.state && before.dueAt === dueAt && before.startedAt === record.startedAt;
    const at = before === undefined ? record.startedAt : moment.latestFact;
    return { record, says: isSame ? [] : [{ what: 'scheduled', at }] };
  }
  const says: Say[] = [];
  // A broken promise is always announced, also when the stop became known before the ticker came to it.
  const isUnannounced = record.verdict === 'broken' && dueAt !== null && record.expiredFor !== dueAt;
  if (isUnannounced) says.push({ what: 'expired', at: dueAt });
  const isSame =
    before?.verdict === record.verdict && before.stoppedAt === stoppedAt && before.counted === record.counted;
  if (!isSame) says.push({ what: 'stopped', at: moment.latestFact });
  const late = isUnannounced ? moment.now - dueAt > moment.lateAfter : record.late;
  return { record: { ...record, late, expiredFor: isUnannounced ? dueAt : record.expiredFor }, says };
}

/** A run that the facts, or a changed regulation, no longer give: it falls away while it is open; what has stopped is history. */
export function withdraw(
  before: ClockRecord,
  at: Instant,
): { readonly record: ClockRecord; readonly says: readonly Say[] } {
  if (before.state === 'stopped') return { record: before, says: [] };
  const record = { ...before, state: 'stopped' as const, verdict: 'cancelled' as const, stoppedAt: at, counted: 0 };
  return { record, says: [{ what: 'stopped', at }] };
}

/** What a recorded clock announces next; null for one that is paused, stopped, has no target or has said everything. */
export function nextMoment(record: ClockRecord): Announcement | null {
  if (record.state !== 'running' || record.dueAt === null || record.expiredFor === record.dueAt) return null;
  const warning = record.warnAt[record.warned];
  if (warning !== undefined && warning < record.dueAt) return { at: warning, announce: 'warning' };
  return { at: record.dueAt, announce: 'expiry' };
}

/**
 * Announces what is due by `now`: the expiry alone when it has come, otherwise one warning for all that have passed.
 * Null when there is nothing to say yet.
 */
export function announce(
  before: ClockRecord,
  now: Instant,
  late: Millis,
): { readonly record: ClockRecord; readonly say: Say } | null {
  const next = nextMoment(before);
  const { dueAt, warnAt } = before;
  if (next === null || dueAt === null || next.at > now) return null;
  if (dueAt <= now) {
    const record = { ...before, warned: warnAt.length, expiredFor: dueAt, late: now - dueAt > late };
    return { record, say: { what: 'expired', at: dueAt } };
  }
  const passed = warnAt.filter((at) => at <= now);
  return { record: { ...before, warned: passed.length }, say: { what: 'warned', at: passed.at(-1) ?? next.at } };
}

function recordOf(before: ClockRecord | undefined, { rule, run, state }: Clock, terms: string): ClockRecord {
  const dueAt = state.state === 'paused' ? null : state.dueAt;
  const expiredFor = before?.expiredFor ?? null;
  return {
    rule: rule.id,
    clause: rule.clause,
    run,
    state: state.state,
    startedAt: state.startedAt,
    dueAt,
    warnAt: state.state === 'running' ? state.warnAt : (before?.warnAt ?? []),
    stoppedAt: state.state === 'stopped' ? state.stoppedAt : null,
    verdict: state.state === 'stopped' ? state.verdict : null,
    counted: state.state === 'stopped' ? state.counted : null,
    warned: before?.warned ?? 0,
    expiredFor,
    late: before !== undefined && expiredFor !== null && expiredFor === dueAt && before.late,
    terms,
  };
}
