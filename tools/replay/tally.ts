/** What a replay has put in, counted by itself. */
import type { Case } from './plan.ts';

export interface HotlineTally {
  received: number;
  readonly byChannel: Map<string, number>;
  readonly byCategory: Map<string, number>;
  readonly byEntryPoint: Map<string, number>;
  /** Deeds done, by kind. */
  readonly deeds: Map<string, number>;
  /** Requests by how they ended, as far as this replay knows. */
  readonly ends: Map<string, string>;
}

export class Tally {
  readonly hotlines = new Map<string, HotlineTally>();
  /** Refusals by what was tried and the platform's code. */
  readonly refused = new Map<string, number>();

  of(hotline: string): HotlineTally {
    const known = this.hotlines.get(hotline);
    if (known) return known;
    const made: HotlineTally = {
      received: 0,
      byChannel: new Map(),
      byCategory: new Map(),
      byEntryPoint: new Map(),
      deeds: new Map(),
      ends: new Map(),
    };
    this.hotlines.set(hotline, made);
    return made;
  }

  filed(one: Case): void {
    const { channel, category, entryPoint } = one.submission;
    const tally = this.of(one.hotline);
    tally.received += 1;
    add(tally.byChannel, channel);
    add(tally.byCategory, category);
    add(tally.byEntryPoint, entryPoint);
    tally.ends.set(one.key, 'open');
  }

  done(one: Case, deed: string): void {
    const tally = this.of(one.hotline);
    add(tally.deeds, deed);
    const end = ENDS[deed];
    if (end !== undefined) tally.ends.set(one.key, end);
  }

  refusal(tried: string, code: string): void {
    add(this.refused, `${tried}: ${code}`);
  }

  get requests(): number {
    return [...this.hotlines.values()].reduce((sum, tally) => sum + tally.received, 0);
  }

  get deeds(): number {
    return [...this.hotlines.values()].flatMap((tally) => [...tally.deeds.values()]).reduce((sum, n) => sum + n, 0);
  }
}

/** How a deed leaves a request. */
const ENDS: Readonly<Record<string, string>> = {
  resolve: 'resolved',
  cancel: 'cancelled',
  decline: 'declined',
  withdraw: 'withdrawn',
  reopen: 'open',
};

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
