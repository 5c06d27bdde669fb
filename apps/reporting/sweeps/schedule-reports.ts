import type { Regulation } from '@reglament/domain/regulation';
import { type DuePeriod, duePeriods } from '@reglament/domain/report';
import { type Instant, localDate } from '@reglament/domain/time';
import type { PlatformClock } from '@reglament/platform/clock';
import { Sweep } from '@reglament/platform/events';
import type { Database } from '@reglament/platform/postgres';
import type { RegulationBook } from '@reglament/platform/regulations';
import { askForReport } from '../reports/report-store.ts';
import type { Archive } from '../statistics/archive.ts';
import { periodOf } from '../statistics/period.ts';
import { readTotals } from '../statistics/read-statistics.ts';

/**
 * Asks for each report when it is due: at the opening of the first working day after its period, by the tenant's calendar and the
 * platform's clock. Every instance looks; the table takes one. A period in which nothing happened has no report.
 */
export class ScheduleReports extends Sweep {
  readonly name = 'schedule-reports';
  override readonly idle = 5_000;
  /** What this process has already dealt with: at most a month, a week and a day of each tenant. */
  readonly #seen = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
    private readonly archive: Archive,
  ) {
    super();
  }

  async round(): Promise<number> {
    const now = this.clock.now();
    for (const regulation of this.book.all()) {
      for (const due of this.due(regulation, now)) await this.ask(regulation, due, now);
    }
    return 0;
  }

  private due({ tenant, reports, calendar }: Regulation, now: Instant): readonly DuePeriod[] {
    if (reports === null) return [];
    const { timeZone } = calendar;
    const startOf = (date: string) => periodOf('day', date, timeZone).from;
    const due = duePeriods(reports.kinds, now, localDate(now, timeZone), this.book.calendar(tenant), startOf);
    return due.filter(({ kind, from }) => this.#seen.get(`${tenant} ${kind}`) !== from);
  }

  private async ask(regulation: Regulation, { kind, from, to }: DuePeriod, now: Instant): Promise<void> {
    const { tenant, calendar } = regulation;
    const totals = await readTotals(this.archive, tenant, periodOf(kind, from, calendar.timeZone));
    if (totals.received + totals.resolved + totals.open > 0)
      await this.database.tenant(tenant, (tx) => askForReport(tx, tenant, { kind, from, to, askedBy: null }, now));
    this.#seen.set(`${tenant} ${kind}`, from);
  }
}
