import { Readable } from 'node:stream';
import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/domain/regulation';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import { questionLines } from '../questions/csv.ts';
import { monthsOf } from '../questions/group-month.ts';
import { askForMonth } from '../questions/months.ts';
import { readQuestions } from '../questions/read-questions.ts';
import { Archive } from '../statistics/archive.ts';
import { Asked, periodAsked } from './asked.ts';
import { AskedQuestions } from './questions-shapes.ts';
import { noRegulation } from './texts.ts';

const AskedList = Asked.extend({
  period: z.enum(['day', 'week', 'month', 'range']).default('month'),
  /** Shows groups only whose name or examples hold this. */
  search: z.string().max(200).default(''),
});

const list = endpoint({
  summary: 'What was asked most in a period: groups of questions, how often, how that changed, and examples',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  query: AskedList.extend({
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  ok: AskedQuestions,
  refusals: { 'no-regulation': 404, 'bad-period': 422 },
});

const download = endpoint({
  summary: 'What was asked most in a period as a table (CSV)',
  allow: ['manager', 'moderator', 'administrator', 'api-key'],
  query: AskedList,
  ok: z.string(),
  produces: 'text/csv; charset=utf-8',
  refusals: { 'no-regulation': 404, 'bad-period': 422 },
});

const group = endpoint({
  summary: 'Asks for the questions of a period to be grouped (anew); progress is told by the list',
  allow: ['manager', 'administrator'],
  body: Asked.extend({ period: z.enum(['day', 'week', 'month', 'range']).default('month') }),
  ok: z.object({ months: z.array(z.string()) }),
  status: 202,
  refusals: { 'no-regulation': 404, 'bad-period': 422 },
});

/** The longest table: more groups than anybody reads. */
const ALL = { limit: 10_000, offset: 0 };

@Controller()
export class QuestionsController {
  constructor(
    private readonly archive: Archive,
    private readonly database: Database,
    private readonly regulations: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  @Get('questions')
  @Endpoint(list)
  async list(
    @Input() { query }: InputOf<typeof list>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<AskedQuestions>> {
    const found = this.find(caller, query, language);
    if (!found.ok) return found;
    const { regulation, period } = found.value;
    return accept(await readQuestions(this.archive, this.database, regulation, period, query, language));
  }

  @Get('questions.csv')
  @Endpoint(download)
  async download(
    @Input() { query }: InputOf<typeof download>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Readable>> {
    const found = this.find(caller, query, language);
    if (!found.ok) return found;
    const { regulation, period } = found.value;
    const all = { ...ALL, search: query.search };
    const questions = await readQuestions(this.archive, this.database, regulation, period, all, language);
    return accept(Readable.from(questionLines(questions)));
  }

  @Post('questions/groupings')
  @Endpoint(group)
  async group(
    @Input() { body }: InputOf<typeof group>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<{ months: string[] }>> {
    const found = this.find(caller, body, language);
    if (!found.ok) return found;
    const months = monthsOf(found.value.period);
    const { tenant } = caller;
    await this.database.tenant(tenant, async (tx) => {
      for (const month of months) await askForMonth(tx, tenant, month, this.clock.now());
    });
    return accept({ months: months.map((month) => month.slice(0, 7)) });
  }

  private find(caller: Principal, asked: z.output<typeof Asked>, language: Language) {
    const regulation = this.regulations.get(caller.tenant);
    if (regulation === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    const period = periodAsked(regulation, asked, this.clock.now(), language);
    return period.ok ? accept({ regulation, period: period.value }) : period;
  }
}
