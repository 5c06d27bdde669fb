/** The figures of every day, week and month counted from the cases themselves: plain loops, no SQL, nothing shared with reporting. */
import type { LogCase } from './events.ts';

export interface Truth {
  received: number;
  phone: number;
  resolved: number;
  cancelled: number;
  reopened: number;
  handedOver: number;
  /** At the end. */
  open: number;
  /** How long the first answers took, milliseconds. */
  answers: number[];
}

export type Kind = 'day' | 'week' | 'month';

const DAY = 86_400_000;

export class Truths {
  readonly #format: Intl.DateTimeFormat;
  readonly #periods: Readonly<Record<Kind, Map<string, Truth>>> = { day: new Map(), week: new Map(), month: new Map() };
  readonly #changes: { at: number; by: 1 | -1 }[] = [];

  constructor(cases: readonly LogCase[], zone: string) {
    this.#format = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
    for (const one of cases) this.#count(one);
    this.#changes.sort((a, b) => a.at - b.at);
    for (const kind of ['day', 'week', 'month'] as const) this.#countOpen(kind);
  }

  /** First days of the periods in which anything happened, and what was counted in each. */
  of(kind: Kind): ReadonlyMap<string, Truth> {
    return this.#periods[kind];
  }

  #dateOf(at: number): string {
    return this.#format.format(at);
  }

  #firstDay(kind: Kind, date: string): string {
    if (kind === 'day') return date;
    if (kind === 'month') return `${date.slice(0, 7)}-01`;
    const noon = Date.parse(`${date}T12:00:00Z`);
    return new Date(noon - ((new Date(noon).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
  }

  #at(at: number): Truth[] {
    const date = this.#dateOf(at);
    return (['day', 'week', 'month'] as const).map((kind) => {
      const first = this.#firstDay(kind, date);
      const known = this.#periods[kind].get(first);
      if (known !== undefined) return known;
      const made = {
        received: 0,
        phone: 0,
        resolved: 0,
        cancelled: 0,
        reopened: 0,
        handedOver: 0,
        open: 0,
        answers: [],
      };
      this.#periods[kind].set(first, made);
      return made;
    });
  }

  #count(one: LogCase): void {
    for (const truth of this.#at(one.at)) {
      truth.received += 1;
      if (one.channel === 'phone') truth.phone += 1;
    }
    this.#changes.push({ at: one.at, by: 1 });
    const counted = new Set<string>();
    const count = (figure: 'resolved' | 'cancelled' | 'reopened' | 'handedOver', at: number) => {
      for (const [index, truth] of this.#at(at).entries()) {
        const date = this.#firstDay((['day', 'week', 'month'] as const)[index] ?? 'day', this.#dateOf(at));
        const mark = `${figure} ${index} ${date}`;
        if (!counted.has(mark)) truth[figure] += 1;
        counted.add(mark);
      }
    };
    let isOpen = true;
    let isAnswered = false;
    for (const { at, deed } of one.steps) {
      if (deed.do === 'resolve') count('resolved', at);
      if (deed.do === 'cancel') count('cancelled', at);
      if (deed.do === 'reopen') count('reopened', at);
      if (deed.do === 'hand-over') count('handedOver', at);
      if (!isAnswered && (deed.do === 'reply' || deed.do === 'resolve')) {
        isAnswered = true;
        for (const truth of this.#at(at)) truth.answers.push(at - one.at);
      }
      if (deed.do === 'reply' || deed.do === 'call') continue;
      const opens = deed.do !== 'resolve' && deed.do !== 'cancel';
      if (opens !== isOpen) this.#changes.push({ at, by: opens ? 1 : -1 });
      isOpen = opens;
    }
  }

  /** Open at the end: changes before the first moment whose local date lies behind the period. */
  #countOpen(kind: Kind): void {
    const firsts = [...this.#periods[kind].keys()].sort();
    let open = 0;
    let next = 0;
    for (const first of firsts) {
      for (let change = this.#changes[next]; change !== undefined; change = this.#changes[next]) {
        if (this.#firstDay(kind, this.#dateOf(change.at)) > first) break;
        open += change.by;
        next += 1;
      }
      const truth = this.#periods[kind].get(first);
      if (truth !== undefined) truth.open = open;
    }
  }
}

/** The value at place ⌊level × n⌋ of the sorted list. */
export function place(values: readonly number[], level: number): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor(level * values.length)] ?? null;
}
