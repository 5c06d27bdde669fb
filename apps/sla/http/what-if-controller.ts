import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/domain/regulation';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { ReadDraftBase } from '../handlers/draft-base.ts';
import { WhatIf } from '../handlers/what-if.ts';
import { noRegulation, periodReversed } from './texts.ts';
import { ComparedExplanation, DraftBase, ExplainDraft, Replay, ReplayedPart } from './what-if-shapes.ts';

const allow = ['manager', 'administrator'] as const;
/** A regulation's text with room for its escapes. */
const bodyLimit = 1_000_000;

const base = endpoint({
  summary: 'The regulation in force as a draft to change: its text, and the targets and hours that people change first',
  allow,
  ok: DraftBase,
  refusals: { 'no-regulation': 404 },
});

const replay = endpoint({
  summary:
    'What would have come of the promises of a period under a draft of the regulation, a part of the history at a time',
  allow,
  body: Replay,
  ok: ReplayedPart,
  refusals: { 'no-regulation': 404, 'draft-refused': 422, 'period-reversed': 422 },
  bodyLimit,
});

const explain = endpoint({
  summary: 'One promise of one request, counted out under the regulation in force and under the draft',
  allow,
  body: ExplainDraft,
  ok: ComparedExplanation,
  refusals: { 'no-regulation': 404, 'no-such-request': 404, 'draft-refused': 422 },
  bodyLimit,
});

@Controller('what-if')
export class WhatIfController {
  constructor(
    private readonly readDraftBase: ReadDraftBase,
    private readonly whatIf: WhatIf,
  ) {}

  @Get()
  @Endpoint(base)
  base(@Caller() caller: Principal, @Accepts() language: Language): Outcome<DraftBase> {
    const draft = this.readDraftBase.handle(caller.tenant, language);
    if (draft === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    return accept(draft);
  }

  @Post()
  @Endpoint(replay)
  async replay(
    @Input() { body }: InputOf<typeof replay>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<ReplayedPart>> {
    if (body.from !== undefined && body.to !== undefined && body.from > body.to) {
      const message = periodReversed[language];
      const errors = [{ field: 'to', rule: 'not-before-from', message }];
      return refuse({ code: 'period-reversed', status: 422, detail: message, errors });
    }
    return this.whatIf.replay(caller.tenant, body, language);
  }

  @Post('explanation')
  @Endpoint(explain)
  explain(
    @Input() { body }: InputOf<typeof explain>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<ComparedExplanation>> {
    return this.whatIf.explain(caller.tenant, body, language);
  }
}
