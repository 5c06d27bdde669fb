import { Controller, Get, Inject, Post } from '@nestjs/common';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { localDate } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { Accepts, Caller, CONFIG, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import type { ReportingConfig } from '../config.ts';
import { listReports } from '../reports/list-reports.ts';
import { type FiguresByLanguage, lettersOf } from '../reports/make-report.ts';
import { askForReport, writeLetters } from '../reports/report-store.ts';
import { periodBefore, periodOf } from '../statistics/period.ts';
import { StoredReports } from './reports-shapes.ts';
import { monthNotOver, nobodyToSendTo, noSuchReport, notReady } from './reports-texts.ts';
import { noRegulation } from './texts.ts';

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const ofReport = z.object({ reportId: z.uuid() });

const list = endpoint({
  summary: 'Reports that were made or are being made, with their files, their letters and how far they are',
  allow: ['manager', 'administrator'],
  ok: StoredReports,
  refusals: { 'no-regulation': 404 },
});

const make = endpoint({
  summary: 'Asks for the report of a month that is over; one that is there stays as it was made',
  allow: ['manager', 'administrator'],
  body: z.object({ month: Month }),
  ok: z.object({ reportId: z.uuid() }),
  status: 202,
  refusals: { 'no-regulation': 404, 'month-not-over': 422 },
});

const send = endpoint({
  summary:
    'Sends a report to the managers whom the regulation names, again where it was sent or could not be delivered',
  allow: ['manager', 'administrator'],
  params: ofReport,
  ok: z.void(),
  status: 204,
  refusals: { 'no-regulation': 404, 'no-such-report': 404, 'not-ready': 409, 'nobody-to-send-to': 409 },
});

const fileQuery = z.object({ language: z.enum(['ru', 'uk', 'kk', 'en']) });
const pdf = endpoint({
  summary: 'A report as it was made, to read and print',
  allow: ['manager', 'administrator'],
  params: ofReport,
  query: fileQuery,
  ok: z.string(),
  produces: 'application/pdf',
  refusals: { 'no-such-report': 404 },
});
const workbook = endpoint({
  ...pdf,
  summary: 'The data of a report as it was made, as a workbook',
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

@Controller('reports')
export class ReportsController {
  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationBook,
    private readonly clock: PlatformClock,
    @Inject(CONFIG) private readonly config: ReportingConfig,
  ) {}

  @Get()
  @Endpoint(list)
  async list(@Caller() caller: Principal, @Accepts() language: Language): Promise<Outcome<StoredReports>> {
    const regulation = this.regulations.get(caller.tenant);
    if (regulation === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    const items = await this.database.tenant(caller.tenant, listReports);
    return accept({
      items,
      recipients: [...(regulation.reports?.to ?? [])],
      lastMonth: this.lastMonth(regulation),
    });
  }

  @Post()
  @Endpoint(make)
  async make(
    @Input() { body }: InputOf<typeof make>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<{ reportId: string }>> {
    const regulation = this.regulations.get(caller.tenant);
    if (regulation === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    if (body.month > this.lastMonth(regulation))
      return refuse({ code: 'month-not-over', status: 422, detail: monthNotOver[language] });
    const { firstDate, lastDate } = periodOf('month', `${body.month}-01`, regulation.calendar.timeZone);
    const asked = { kind: 'month' as const, from: firstDate, to: lastDate, askedBy: caller.name };
    const { tenant } = caller;
    const now = this.clock.now();
    return accept({
      reportId: await this.database.tenant(tenant, (tx) => askForReport(tx, tenant, asked, now)),
    });
  }

  @Post(':reportId/letters')
  @Endpoint(send)
  async send(
    @Input() { params }: InputOf<typeof send>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<undefined>> {
    const { tenant } = caller;
    const regulation = this.regulations.get(tenant);
    if (regulation === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    return this.database.tenant(tenant, async (tx): Promise<Outcome<undefined>> => {
      const [row] = await tx.sql<{ figures: string | null }>(
        'SELECT figures FROM reporting.reports WHERE report_id = $1',
        [params.reportId],
      );
      if (row === undefined) return refuse({ code: 'no-such-report', status: 404, detail: noSuchReport[language] });
      if (row.figures === null) return refuse({ code: 'not-ready', status: 409, detail: notReady[language] });
      // Written by this service and read by nobody else.
      const letters = lettersOf(JSON.parse(row.figures) as FiguresByLanguage, regulation, this.config.PUBLIC_URL);
      if (letters.length === 0)
        return refuse({ code: 'nobody-to-send-to', status: 409, detail: nobodyToSendTo[language] });
      await writeLetters(tx, tenant, params.reportId, letters, this.clock.now());
      return accept(undefined);
    });
  }

  @Get(':reportId/report.pdf')
  @Endpoint(pdf)
  pdf(@Input() input: InputOf<typeof pdf>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.file({ ...input.params, ...input.query, format: 'pdf' }, caller, language);
  }

  @Get(':reportId/report.xlsx')
  @Endpoint(workbook)
  workbook(@Input() input: InputOf<typeof workbook>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.file({ ...input.params, ...input.query, format: 'xlsx' }, caller, language);
  }

  private async file(
    asked: { readonly reportId: string; readonly language: Language; readonly format: 'pdf' | 'xlsx' },
    { tenant }: Principal,
    language: Language,
  ): Promise<Outcome<Buffer>> {
    const [file] = await this.database.tenant(tenant, (tx) =>
      tx.sql<{ bytes: Buffer }>(
        'SELECT bytes FROM reporting.report_files WHERE report_id = $1 AND language = $2 AND format = $3',
        [asked.reportId, asked.language, asked.format],
      ),
    );
    if (file === undefined) return refuse({ code: 'no-such-report', status: 404, detail: noSuchReport[language] });
    return accept(file.bytes);
  }

  /** The last month that is over on the tenant's calendar, `YYYY-MM`. */
  private lastMonth({ calendar }: Regulation): string {
    const today = localDate(this.clock.now(), calendar.timeZone);
    return periodBefore(periodOf('month', today, calendar.timeZone)).firstDate.slice(0, 7);
  }
}
