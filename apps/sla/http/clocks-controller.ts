import { Controller, Get } from '@nestjs/common';
import { Id } from '@reglament/contracts';
import type { Language } from '@reglament/domain/regulation';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { z } from 'zod';
import { ExplainClocks } from '../handlers/explain-clocks.ts';
import { ClockView, ExplanationView } from './shapes.ts';
import { noSuchClock, noSuchRequest } from './texts.ts';

const listClocks = endpoint({
  summary: 'All clocks of a request, each with its explanation',
  allow: 'signed-in',
  params: z.object({ requestId: Id }),
  ok: z.array(ClockView),
  refusals: { 'no-such-request': 404 },
});

const explainClock = endpoint({
  summary: 'Why a deadline is when it is: clause, calendar, every counted, closed and paused stretch, and their sum',
  allow: 'signed-in',
  params: z.object({ requestId: Id, clockId: z.string().min(1).max(200) }),
  ok: ExplanationView,
  refusals: { 'no-such-request': 404, 'no-such-clock': 404 },
});

@Controller('requests/:requestId/clocks')
export class ClocksController {
  constructor(private readonly explainClocks: ExplainClocks) {}

  @Get()
  @Endpoint(listClocks)
  async list(
    @Input() { params }: InputOf<typeof listClocks>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<ClockView[]>> {
    const clocks = await this.explainClocks.handle(caller.tenant, params.requestId, language);
    if (clocks === undefined) return refuse({ code: 'no-such-request', status: 404, detail: noSuchRequest[language] });
    return accept(clocks);
  }

  @Get(':clockId/explanation')
  @Endpoint(explainClock)
  async explain(
    @Input() { params }: InputOf<typeof explainClock>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<ExplanationView>> {
    const clocks = await this.explainClocks.handle(caller.tenant, params.requestId, language);
    if (clocks === undefined) return refuse({ code: 'no-such-request', status: 404, detail: noSuchRequest[language] });
    const clock = clocks.find(({ clockId }) => clockId === params.clockId);
    if (clock === undefined) return refuse({ code: 'no-such-clock', status: 404, detail: noSuchClock[language] });
    return accept(clock.explanation);
  }
}
