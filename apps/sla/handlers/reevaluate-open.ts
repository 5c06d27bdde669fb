import { Injectable } from '@nestjs/common';
import type { Instant } from '@reglament/domain/time';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { Logger } from '@reglament/platform/telemetry';
import { countUnderOtherTerms, requestsUnderOtherTerms, type TodaysTerms } from '../store/clock-store.ts';
import { FoldNews } from './fold-news.ts';
import { Terms } from './terms.ts';

/** Requests of one transaction: short enough that facts of the same tenant do not wait noticeably. */
const BATCH = 100;

/** How far the sweep has come through the requests of a tenant under one version of the book. */
interface Progress {
  readonly version: number;
  /** The last request done: each is looked at once. */
  readonly place: string | null;
  readonly isDone: boolean;
  /** Days that had been changed when the sweep last went through all. */
  readonly daysSwept: number;
}

/** A count under way or done, for everybody who asks meanwhile. */
interface Counted {
  /** Which book, and whether the sweep had ended: a count of other circumstances is worth nothing. */
  readonly of: string;
  readonly count: Promise<number>;
  /** Of the process's own time, milliseconds. */
  until: number;
}

/** A count reads every open clock: it is made again after so many times as long as it took, however many pages watch. */
const REST_AFTER_COUNT = 9;

/**
 * Finds clocks that were worked out by other rules or another calendar than today's, and folds their requests anew. A request's rules
 * are those of its own edition, so a new edition concerns none; a changed day concerns all.
 */
@Injectable()
export class ReevaluateOpen {
  private readonly progress = new Map<string, Progress>();
  private readonly counted = new Map<string, Counted>();

  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationBook,
    private readonly terms: Terms,
    private readonly foldNews: FoldNews,
    private readonly logger: Logger,
  ) {}

  /** Does one batch of one tenant. @returns how many requests; 0 when every tenant is up to date */
  async handle(): Promise<number> {
    for (const { tenant } of this.regulations.all()) {
      const progress = this.progressOf(tenant);
      if (progress.isDone) continue;
      const today = this.todaysTerms(tenant, progress);
      const requestIds = await this.database.tenant(tenant, async (tx) => {
        const found = await requestsUnderOtherTerms(tx, today, progress.place, BATCH);
        await this.foldNews.again(tx, found);
        return found;
      });
      const last = requestIds.at(-1);
      if (last === undefined) {
        const daysSwept = this.regulations.changedDays(tenant).length;
        this.progress.set(tenant, { ...progress, isDone: true, daysSwept });
        continue;
      }
      this.progress.set(tenant, { ...progress, place: last });
      this.logger.info({ tenant, requests: requestIds.length }, 'clocks worked out anew under a changed regulation');
      return requestIds.length;
    }
    return 0;
  }

  /** How many requests of the tenant wait to be worked out anew, as of a little while ago while it goes on; 0 when all are up to date. */
  waiting(tenant: string): Promise<number> {
    const progress = this.progressOf(tenant);
    const of = `${progress.version} ${progress.isDone}`;
    const known = this.counted.get(tenant);
    if (known?.of === of && performance.now() < known.until) return known.count;
    const from = performance.now();
    const counted: Counted = { of, count: this.count(tenant, progress), until: Number.POSITIVE_INFINITY };
    this.counted.set(tenant, counted);
    const rest = () => {
      counted.until = from + (performance.now() - from) * (1 + REST_AFTER_COUNT);
    };
    counted.count.then(rest, () => this.counted.delete(tenant));
    return counted.count;
  }

  private count(tenant: string, progress: Progress): Promise<number> {
    // Another instance may have done them: what is recorded tells, not what this process remembers.
    const today = this.todaysTerms(tenant, progress);
    return this.database.tenant(tenant, (tx) => countUnderOtherTerms(tx, { ...today, since: null }));
  }

  /** Begins anew whenever the tenant's book has changed. */
  private progressOf(tenant: string): Progress {
    const version = this.regulations.version(tenant);
    const known = this.progress.get(tenant);
    if (known?.version === version) return known;
    // After a start nobody knows how far the last sweep came: the latest change is gone through again.
    const daysSwept = known?.daysSwept ?? this.regulations.changedDays(tenant).length - 1;
    const fresh = { version, place: null, isDone: false, daysSwept };
    this.progress.set(tenant, fresh);
    return fresh;
  }

  private todaysTerms(tenant: string, { daysSwept }: Progress): TodaysTerms {
    const editions = this.regulations.editions(tenant).map(({ id }) => id);
    const all = editions.flatMap((edition) => {
      const rules = this.regulations.rules(tenant, edition);
      return rules === undefined ? [] : [...this.terms.of(rules)].map(([rule, terms]) => `${edition} ${rule} ${terms}`);
    });
    const since: Instant | null = this.regulations.changedDays(tenant)[Math.max(daysSwept, 0)]?.at ?? null;
    return { all, editions, inForce: this.regulations.get(tenant)?.edition.id ?? '', since };
  }
}
