import { Controller, Get } from '@nestjs/common';
import { IsoInstant } from '@reglament/contracts';
import type { Language, Regulation } from '@reglament/domain/regulation';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import { readMonthlyReport } from '../reports/monthly-report.ts';
import { Archive, isoOf } from '../statistics/archive.ts';
import { csvOf } from '../statistics/csv.ts';
import { listRequests } from '../statistics/list-requests.ts';
import { dateAt, type Period, periodOf } from '../statistics/period.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import { METRICS } from '../statistics/sets.ts';
import { ListedRequests, MonthlyReport, Statistics } from '../statistics/shapes.ts';
import { emptyPeriod, noRegulation, noSuchMetric } from './texts.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;

/** Dates that hotlines and ClickHouse have in common. */
const isOfOurTime = (text: string): boolean => text >= '2000-01-01' && text < '2100-01-01';
const ofOurTime = { message: 'between 2000-01-01 and 2099-12-31' };
const Day = z.iso.date().refine(isOfOurTime, ofOurTime);
const Moment = IsoInstant.refine(isOfOurTime, ofOurTime);

const Asked = z.object({
  period: z.enum(['day', 'week', 'month']).default('day'),
  /** Any day of the period, on the tenant's calendar; today unless said. */
  date: Day.optional(),
});

const showStatistics = endpoint({
  summary: 'Statistics of a day, a week or a month in the tenant’s time zone; times in milliseconds',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  query: Asked,
  ok: Statistics,
  refusals: { 'no-regulation': 404 },
});

const downloadStatistics = endpoint({
  summary: 'The same statistics as a table (CSV)',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  query: Asked,
  ok: z.string(),
  produces: 'text/csv; charset=utf-8',
  refusals: { 'no-regulation': 404 },
});

const showRequests = endpoint({
  summary: `The requests behind a figure. Metrics: ${METRICS.join(', ')}`,
  allow: ['manager', 'administrator'],
  query: z.object({
    metric: z.string().min(1).max(50),
    /** What the figure is divided by: a channel, a category, a rule of a clock, an employee … */
    key: z.string().max(500).optional(),
    /** The period as for `/statistics`, or any other as two moments, `[from, to)`. */
    period: z.enum(['day', 'week', 'month']).default('day'),
    date: Day.optional(),
    from: Moment.optional(),
    to: Moment.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  ok: ListedRequests,
  refusals: { 'no-regulation': 404, 'no-such-metric': 404, 'empty-period': 422 },
});

const showReport = endpoint({
  summary: 'The report of a month: statistics, most frequent questions and conclusions in sentences',
  allow: ['manager', 'administrator'],
  query: z.object({
    /** `YYYY-MM`; this month unless said. */
    month: z
      .string()
      .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  ok: MonthlyReport,
  refusals: { 'no-regulation': 404 },
});

@Controller()
export class StatisticsController {
  constructor(
    private readonly archive: Archive,
    private readonly regulations: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  @Get('statistics')
  @Endpoint(showStatistics)
  async show(
    @Input() { query }: InputOf<typeof showStatistics>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Statistics>> {
    return this.forTenant(caller, language, (regulation) => this.read(regulation, query, language));
  }

  @Get('statistics.csv')
  @Endpoint(downloadStatistics)
  async download(
    @Input() { query }: InputOf<typeof downloadStatistics>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<string>> {
    return this.forTenant(caller, language, async (regulation) => csvOf(await this.read(regulation, query, language)));
  }

  @Get('statistics/requests')
  @Endpoint(showRequests)
  async requests(
    @Input() { query }: InputOf<typeof showRequests>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<ListedRequests>> {
    const { from, to } = query;
    const length = from === undefined || to === undefined ? 0 : Date.parse(to) - Date.parse(from);
    if ((from === undefined) !== (to === undefined) || length < 0 || length > LONGEST_DAYS * DAY_MS) {
      return refuse({ code: 'empty-period', status: 422, detail: emptyPeriod[language] });
    }
    if (!METRICS.includes(query.metric)) {
      return refuse({
        code: 'no-such-metric',
        status: 404,
        detail: noSuchMetric[language],
        data: { metrics: METRICS },
      });
    }
    return this.forTenant(caller, language, (regulation) => {
      const period = this.periodOf(regulation, query);
      const span = { from: from ?? isoOf(period.from), to: to ?? isoOf(period.to) };
      return listRequests(this.archive, regulation, { ...query, ...span, key: query.key ?? null }, language);
    });
  }

  @Get('reports/monthly')
  @Endpoint(showReport)
  async report(
    @Input() { query }: InputOf<typeof showReport>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<MonthlyReport>> {
    const now = this.clock.now();
    return this.forTenant(caller, language, (regulation) => {
      const month = query.month ?? dateAt(now, regulation.calendar.timeZone).slice(0, 7);
      return readMonthlyReport(this.archive, regulation, month, now, language);
    });
  }

  private read(regulation: Regulation, asked: z.output<typeof Asked>, language: Language): Promise<Statistics> {
    return readStatistics(this.archive, regulation, this.periodOf(regulation, asked), this.clock.now(), language);
  }

  private periodOf(regulation: Regulation, asked: z.output<typeof Asked>): Period {
    const { timeZone } = regulation.calendar;
    return periodOf(asked.period, asked.date ?? dateAt(this.clock.now(), timeZone), timeZone);
  }

  private async forTenant<T>(
    caller: Principal,
    language: Language,
    work: (regulation: Regulation) => Promise<T>,
  ): Promise<Outcome<T>> {
    const regulation = this.regulations.get(caller.tenant);
    if (regulation === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    return accept(await work(regulation));
  }
}
