/** What a replay has put in, counted by itself. */
import type { Standing } from './perform.ts';
import type { Case } from './plan.ts';

/** Ways a request is closed, as the statistics name them. */
export const CLOSINGS = ['resolved', 'cancelled', 'declined', 'withdrawn'] as const;
export type Closing = (typeof CLOSINGS)[number];

export interface HotlineTally {
  received: number;
  readonly byChannel: Map<string, number>;
  readonly byCategory: Map<string, number>;
  readonly byEntryPoint: Map<string, number>;
  /** Deeds done, by kind. */
  readonly deeds: Map<string, number>;
  /** The status each request was left in. */
  readonly ends: Map<string, string>;
  /** `2026-11/key` of every request closed in a month of the hotline: one that is closed twice in a month counts once. */
  readonly closed: Readonly<Record<Closing, Set<string>>>;
}

export class Tally {
  readonly hotlines = new Map<string, HotlineTally>();
  /** Refusals by what was tried and the platform's code. */
  readonly refused = new Map<string, number>();

  private readonly timeZones: ReadonlyMap<string, string>;

  constructor(timeZones: ReadonlyMap<string, string>) {
    this.timeZones = timeZones;
  }

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
      closed: { resolved: new Set(), cancelled: new Set(), declined: new Set(), withdrawn: new Set() },
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
    tally.ends.set(one.key, 'queued');
  }

  done(one: Case, deed: string, standing: Standing | null): void {
    const tally = this.of(one.hotline);
    add(tally.deeds, deed);
    if (standing === null) return;
    tally.ends.set(one.key, standing.status);
    const closing = CLOSINGS.find((name) => name === standing.status);
    if (closing === undefined) return;
    const zone = this.timeZones.get(one.hotline) ?? 'UTC';
    const month = Temporal.Instant.from(standing.at).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth();
    tally.closed[closing].add(`${month}/${one.key}`);
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

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
