import { Readable } from 'node:stream';
import { Controller, Get } from '@nestjs/common';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { isoOf, localDate } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import { readMonthlyReport } from '../reports/monthly-report.ts';
import { Archive } from '../statistics/archive.ts';
import { catalogue, type Figures, statisticIn } from '../statistics/catalogue/index.ts';
import { csvLines } from '../statistics/csv.ts';
import { Details } from '../statistics/details-shape.ts';
import { listRequests } from '../statistics/list-requests.ts';
import { METRICS } from '../statistics/metrics.ts';
import { LONGEST_DAYS, type Period, periodOf } from '../statistics/period.ts';
import { readDetails } from '../statistics/read-details.ts';
import { readFigures } from '../statistics/read-figures.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import { ListedRequests, MonthlyReport, Statistics } from '../statistics/shapes.ts';
import { toSheets } from '../statistics/sheets.ts';
import { workbookOf } from '../statistics/workbook.ts';
import { Asked, Day, Moment, periodAsked } from './asked.ts';
import { emptyPeriod, noRegulation, noSuchMetric } from './texts.ts';

const DAY_MS = 86_400_000;

const showStatistics = endpoint({
  summary: 'Statistics of a day, a week, a month or a range of days in the tenant’s time zone; times in milliseconds',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  query: Asked,
  ok: Statistics,
  refusals: { 'no-regulation': 404, 'bad-period': 422 },
});

const showDetails = endpoint({
  summary: 'The finer figures of the same periods: heat map, times in working hours, backlog, reasons, calls, forecast',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  query: Asked,
  ok: Details,
  refusals: { 'no-regulation': 404, 'bad-period': 422 },
});

const showCatalogue = endpoint({
  summary: 'Every statistic: its name, what it counts, its unit, and the metric that lists the requests behind it',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  ok: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        unit: z.string(),
        name: z.string(),
        definition: z.string(),
        drillDown: z.string().nullable(),
      }),
    ),
  }),
});

const downloadStatistics = endpoint({
  summary: 'Every figure of the catalogue as a table (CSV)',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  query: Asked,
  ok: z.string(),
  produces: 'text/csv; charset=utf-8',
  refusals: { 'no-regulation': 404, 'bad-period': 422 },
});

const downloadWorkbook = endpoint({
  summary: 'Every figure of the catalogue as a workbook (XLSX)',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  query: Asked,
  ok: z.string(),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  refusals: { 'no-regulation': 404, 'bad-period': 422 },
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
    return this.forPeriod(caller, query, language, (regulation, period) =>
      readStatistics(this.archive, regulation, period, this.clock.now(), language),
    );
  }

  @Get('statistics/details')
  @Endpoint(showDetails)
  async details(
    @Input() { query }: InputOf<typeof showDetails>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Details>> {
    return this.forPeriod(caller, query, language, (regulation, period) =>
      readDetails(this.archive, regulation, period, this.clock.now(), language),
    );
  }

  @Get('statistics/catalogue')
  @Endpoint(showCatalogue)
  definitions(@Accepts() language: Language) {
    return { items: catalogue.map((one) => statisticIn(one, language)) };
  }

  @Get('statistics.csv')
  @Endpoint(downloadStatistics)
  async download(
    @Input() { query }: InputOf<typeof downloadStatistics>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Readable>> {
    return this.forPeriod(caller, query, language, async (regulation, period) =>
      Readable.from(csvLines(await this.figures(regulation, period, language), language)),
    );
  }

  @Get('statistics.xlsx')
  @Endpoint(downloadWorkbook)
  async workbook(
    @Input() { query }: InputOf<typeof downloadWorkbook>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Buffer>> {
    return this.forPeriod(caller, query, language, async (regulation, period) =>
      workbookOf(toSheets(await this.figures(regulation, period, language), language)),
    );
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
      const { timeZone } = regulation.calendar;
      const period = periodOf(query.period, query.date ?? localDate(this.clock.now(), timeZone), timeZone);
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
      const month = query.month ?? localDate(now, regulation.calendar.timeZone).slice(0, 7);
      return readMonthlyReport(this.archive, regulation, month, now, language);
    });
  }

  private figures(regulation: Regulation, period: Period, language: Language): Promise<Figures> {
    return readFigures(this.archive, regulation, period, this.clock.now(), language);
  }

  private async forPeriod<T>(
    caller: Principal,
    asked: z.output<typeof Asked>,
    language: Language,
    work: (regulation: Regulation, period: Period) => Promise<T>,
  ): Promise<Outcome<T>> {
    const regulation = this.regulations.get(caller.tenant);
    if (regulation === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    const period = periodAsked(regulation, asked, this.clock.now(), language);
    return period.ok ? accept(await work(regulation, period.value)) : period;
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
