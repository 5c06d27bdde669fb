import type { ClockRule } from '../regulation/types.ts';
import type { Instant, Millis } from '../time/index.ts';
import type { Clock, Fact, Pause } from './types.ts';

/** How a clock counts: by a working calendar, or every second. */
export interface Counting {
  add(from: Instant, span: Millis): Instant;
  between(from: Instant, to: Instant): Millis;
}

/** Time that simply passes. */
export const elapsed: Counting = {
  add: (from, span) => (from + span) as Instant,
  between: (from, to) => to - from,
};

function momentIn({ dueBy }: ClockRule, data: Fact['data']): Instant | null {
  const value = dueBy === null ? null : data[dueBy.field];
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : (at as Instant);
}

type Verdict = 'kept' | 'broken' | 'cancelled';

/** One run while its facts are being read, in the order of time. */
export class Run {
  private readonly rule: ClockRule;
  private readonly number: number;
  private readonly startedAt: Instant;
  private readonly startedBy: string;
  /** The moment that the starting fact names, where the rule takes its target from it. */
  private readonly setTo: Instant | null;
  private readonly time: Counting;
  /** Stretches in which time counts; the last has no end while the clock runs. */
  private readonly stretches: { from: Instant; to: Instant | null; countedBefore: Millis }[];
  private readonly pauses: Pause[] = [];
  /** Pause rules of the regulation, by index, that hold the clock now. */
  private readonly holding = new Set<number>();

  constructor(rule: ClockRule, number: number, start: Pick<Fact, 'at' | 'kind' | 'data'>, time: Counting) {
    this.rule = rule;
    this.number = number;
    this.startedAt = start.at;
    this.startedBy = start.kind;
    this.time = time;
    this.setTo = momentIn(rule, start.data);
    this.stretches = [{ from: start.at, to: null, countedBefore: 0 }];
  }

  get isPaused(): boolean {
    return this.holding.size > 0;
  }

  /** A pause at or after the due moment comes too late: the promise was already kept or broken. */
  pause(index: number, at: Instant, by: string): void {
    const due = this.dueAt();
    if (!this.isPaused && due !== null && at >= due) return;
    if (!this.isPaused) {
      this.last().to = at;
      this.pauses.push({ from: at, to: null, by, clause: this.rule.pauses[index]?.clause ?? null });
    }
    this.holding.add(index);
  }

  resume(index: number, at: Instant): void {
    if (!this.holding.delete(index) || this.isPaused) return;
    this.stretches.push({ from: at, to: null, countedBefore: this.counted(at) });
    this.closePause(at);
  }

  /** The run as it is now, still open. */
  open(): Clock {
    const { rule, number: run, startedAt, startedBy, pauses } = this;
    const about = { rule, run, startedBy, pauses: [...pauses] };
    const pause = pauses.at(-1);
    if (this.isPaused && pause !== undefined) {
      const left = rule.within === null ? null : rule.within - this.counted(pause.from);
      return { ...about, state: { state: 'paused', startedAt, pausedAt: pause.from, left } };
    }
    const target = this.target();
    const warnAt = target === null ? [] : rule.warnAt.map((part) => this.momentOf(Math.round(part * target)));
    return { ...about, state: { state: 'running', startedAt, dueAt: this.dueAt(), warnAt } };
  }

  /** A fact at exactly the due moment still keeps the promise. Nothing that comes after it can undo a broken one. */
  close(at: Instant, inTime: Exclude<Verdict, 'broken'>): Clock {
    const dueAt = this.dueAt();
    const verdict = dueAt !== null && at > dueAt ? 'broken' : inTime;
    const counted = this.counted(at);
    if (this.isPaused) this.closePause(at);
    return {
      rule: this.rule,
      run: this.number,
      startedBy: this.startedBy,
      pauses: [...this.pauses],
      state: { state: 'stopped', startedAt: this.startedAt, stoppedAt: at, dueAt, verdict, counted },
    };
  }

  /** Null while paused, for it is not known then, and where the rule sets no target. */
  private dueAt(): Instant | null {
    if (this.isPaused) return null;
    if (this.setTo !== null) return this.setTo;
    return this.rule.within === null ? null : this.momentOf(this.rule.within);
  }

  /** What there is to be counted until the due moment; null where there is no target, or nothing counts before it. */
  private target(): Millis | null {
    if (this.setTo === null) return this.rule.within;
    const span = this.time.between(this.startedAt, this.setTo);
    return span > 0 ? span : null;
  }

  /** When so much had been counted, or will have been if nothing else happens. */
  private momentOf(amount: Millis): Instant {
    const stretch = this.stretches.findLast((one) => one.countedBefore < amount) ?? this.last();
    return this.time.add(stretch.from, amount - stretch.countedBefore);
  }

  private counted(at: Instant): Millis {
    const { from, to, countedBefore } = this.last();
    return countedBefore + this.time.between(from, to ?? at);
  }

  private last(): { from: Instant; to: Instant | null; countedBefore: Millis } {
    const stretch = this.stretches.at(-1);
    if (stretch === undefined) throw new Error('a run has at least one stretch');
    return stretch;
  }

  private closePause(at: Instant): void {
    const pause = this.pauses.pop();
    if (pause !== undefined) this.pauses.push({ ...pause, to: at });
  }
}
