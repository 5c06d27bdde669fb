import type { Regulation } from '@reglament/domain/regulation';
import { type Instant, localDate, type Millis } from '@reglament/domain/time';
import type { PlatformClock } from '@reglament/platform/clock';
import { Sweep } from '@reglament/platform/events';
import type { Database } from '@reglament/platform/postgres';
import type { RegulationBook } from '@reglament/platform/regulations';
import type { CopyQuestions } from '../questions/copy.ts';
import type { GroupMonth } from '../questions/group-month.ts';
import { askForMonth, claimMonth, type MonthClaim, putMonthBack, tellMonth } from '../questions/months.ts';
import { periodBefore, periodOf } from '../statistics/period.ts';

/** A month takes seconds, a very large one a minute; a worker silent for so long is dead. Real time. */
const LEASE: Millis = 300_000;
const MAX_ATTEMPTS = 8;
const FIRST_PAUSE: Millis = 2_000;
const LONGEST_PAUSE: Millis = 600_000;
/** A growing month is grouped anew after a pause in proportion to what it took: at most a twentieth of a core goes into it. */
const SHORTEST_REST: Millis = 10_000;
const REST_PER_WORK = 20;
/** How often the copy in ClickHouse is compared, and the month before looked at. */
const COMPARE_EVERY: Millis = 60_000;

/**
 * Keeps the groups of questions up to date: of this month and the one before by itself, of any other when somebody asks. Every instance
 * looks; a month's row is taken by one. Grouping twice gives the same groups, so a lease that ran out harms nothing.
 */
export class GroupQuestions extends Sweep {
  readonly name = 'group-questions';
  override readonly idle = 5_000;
  /** Until when a month of this process rests, by `performance.now()`: two of each tenant. */
  readonly #rests = new Map<string, number>();
  #comparedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
    private readonly months: GroupMonth,
    private readonly copies: CopyQuestions,
  ) {
    super();
  }

  async round(): Promise<number> {
    if (performance.now() - this.#comparedAt > COMPARE_EVERY) {
      for (const { tenant } of this.book.all()) await this.copies.repair(tenant);
      this.#comparedAt = performance.now();
    }
    for (const regulation of this.book.all()) await this.askForGrowing(regulation);
    const lease = LEASE * this.clock.speed;
    const claim = await this.database.system((tx) => claimMonth(tx, this.clock.now(), lease));
    if (claim === undefined) return 0;
    await this.work(claim);
    return 1;
  }

  private async askForGrowing(regulation: Regulation): Promise<void> {
    const { tenant, calendar } = regulation;
    const now = this.clock.now();
    const current = periodOf('month', localDate(now, calendar.timeZone), calendar.timeZone);
    for (const { firstDate } of [periodBefore(current), current]) {
      const place = `${tenant} ${firstDate}`;
      if ((this.#rests.get(place) ?? 0) > performance.now()) continue;
      if (await this.months.isBehind(regulation, firstDate))
        await this.database.tenant(tenant, (tx) => askForMonth(tx, tenant, firstDate, now));
      // What still comes to a month that is over is late already.
      else if (firstDate !== current.firstDate) this.#rests.set(place, performance.now() + COMPARE_EVERY);
    }
  }

  private async work(claim: MonthClaim): Promise<void> {
    const { tenant, month, attempts } = claim;
    const begun = performance.now();
    try {
      const regulation = this.book.get(tenant);
      if (regulation === undefined) throw new Error(`There is no regulation for tenant ${tenant}`);
      await this.months.group(regulation, month, (percent) =>
        this.database.tenant(tenant, (tx) => tellMonth(tx, claim, percent)),
      );
    } catch (error) {
      const pause = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE) * this.clock.speed;
      const nextAt = attempts < MAX_ATTEMPTS ? ((this.clock.now() + pause) as Instant) : null;
      const reason = (error as Error).message.slice(0, 500);
      await this.database.tenant(tenant, (tx) => putMonthBack(tx, claim, reason, nextAt));
    }
    const took = performance.now() - begun;
    this.#rests.set(`${tenant} ${month}`, performance.now() + Math.max(SHORTEST_REST, took * REST_PER_WORK));
  }
}
