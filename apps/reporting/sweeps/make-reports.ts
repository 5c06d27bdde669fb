import type { Instant, Millis } from '@reglament/domain/time';
import type { PlatformClock } from '@reglament/platform/clock';
import { Sweep } from '@reglament/platform/events';
import type { Database } from '@reglament/platform/postgres';
import type { RegulationBook } from '@reglament/platform/regulations';
import type { GroupMonth } from '../questions/group-month.ts';
import { figuresOf, filesOf, lettersOf } from '../reports/make-report.ts';
import { type Claim, claimReport, putBack, storeReport, tellProgress } from '../reports/report-store.ts';
import type { Archive } from '../statistics/archive.ts';
import { periodBefore, periodOf } from '../statistics/period.ts';

/** A report takes seconds; a maker silent for so long is dead. Real time, also when the platform's clock runs faster. */
const LEASE: Millis = 120_000;
const MAX_ATTEMPTS = 10;
const FIRST_PAUSE: Millis = 2_000;
const LONGEST_PAUSE: Millis = 600_000;

/**
 * Makes the reports that were asked for, one at a time. Taking one is a locked row with a number of the try, and only that try may
 * store what it made: two instances, or a process that was killed midway, make one report.
 */
export class MakeReports extends Sweep {
  readonly name = 'make-reports';
  override readonly idle = 1_000;

  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
    private readonly archive: Archive,
    private readonly questions: GroupMonth,
    private readonly publicUrl: string,
  ) {
    super();
  }

  async round(): Promise<number> {
    const lease = LEASE * this.clock.speed;
    const claim = await this.database.system((tx) => claimReport(tx, this.clock.now(), lease));
    if (claim === undefined) return 0;
    try {
      await this.make(claim);
    } catch (error) {
      const pause = Math.min(FIRST_PAUSE * 2 ** (claim.attempts - 1), LONGEST_PAUSE) * this.clock.speed;
      const nextAt = claim.attempts < MAX_ATTEMPTS ? ((this.clock.now() + pause) as Instant) : null;
      const reason = (error as Error).message.slice(0, 500);
      await this.database.tenant(claim.tenant, (tx) => putBack(tx, claim, reason, nextAt));
    }
    return 1;
  }

  private async make(claim: Claim): Promise<void> {
    const { tenant } = claim;
    const regulation = this.book.get(tenant);
    if (regulation === undefined) throw new Error(`There is no regulation for tenant ${tenant}`);
    const tell = (percent: number) => this.database.tenant(tenant, (tx) => tellProgress(tx, claim, percent));
    const period = periodOf(claim.kind, claim.firstDate, regulation.calendar.timeZone);
    for (const one of [periodBefore(period), period]) await this.questions.bringUpToDate(regulation, one);
    const figures = await figuresOf(this.archive, regulation, claim);
    const files = await filesOf(figures, tell);
    const letters = claim.askedBy === null ? lettersOf(figures, regulation, this.publicUrl) : [];
    const made = { figures: JSON.stringify(figures), files, letters };
    await this.database.tenant(tenant, (tx) => storeReport(tx, claim, made, this.clock.now()));
  }
}
