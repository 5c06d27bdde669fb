import { Controller, Get, Post } from '@nestjs/common';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import type { Outcome } from '@reglament/platform/outcome';
import { z } from 'zod';
import { assign } from '../handlers/assign.ts';
import { Desk } from '../handlers/desk.ts';
import { ProposeAgent, type Proposed } from '../handlers/propose.ts';
import { take } from '../handlers/take.ts';
import { unassign } from '../handlers/unassign.ts';
import type { WorkView as View } from '../handlers/view.ts';
import { Proposal, RequestParams, ShortId, Version, WorkView } from './schemas.ts';

const moderator = {
  allow: ['moderator'],
  params: RequestParams,
  ok: WorkView,
  refusals: { 'not-found': 404, 'already-assigned': 409, 'stale-version': 409, 'not-allowed-now': 409 },
} as const;

const assignEndpoint = endpoint({
  ...moderator,
  summary: 'Give the request to an agent, or to another one',
  body: z.object({ agentId: ShortId, version: Version }),
  refusals: { ...moderator.refusals, 'same-agent': 409, 'unknown-agent': 422 },
});
const takeEndpoint = endpoint({
  ...moderator,
  summary: 'Take the request to solve it oneself',
  body: z.object({ version: Version }),
  refusals: { ...moderator.refusals, 'same-agent': 409 },
});
const unassignEndpoint = endpoint({
  ...moderator,
  summary: 'Take back one’s own assignment, within two minutes',
  body: z.object({ version: Version }),
  refusals: { ...moderator.refusals, 'undo-too-late': 409 },
});
const proposalEndpoint = endpoint({
  summary: 'Whom the rule would give the request to, and why',
  allow: ['moderator'],
  params: RequestParams,
  ok: Proposal,
  refusals: { 'not-found': 404, 'no-agents': 409 },
});

/** The moderator's part: who works on a request. */
@Controller('requests/:requestId')
export class AssignmentController {
  constructor(
    private readonly desk: Desk,
    private readonly proposals: ProposeAgent,
  ) {}

  @Post('assign')
  @Endpoint(assignEndpoint)
  assign(
    @Input() { params, body }: InputOf<typeof assignEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params, seen: body.version }, 'assign', assign, body);
  }

  @Post('take')
  @Endpoint(takeEndpoint)
  take(
    @Input() { params, body }: InputOf<typeof takeEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params, seen: body.version }, 'take', take, body);
  }

  @Post('unassign')
  @Endpoint(unassignEndpoint)
  unassign(
    @Input() { params, body }: InputOf<typeof unassignEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params, seen: body.version }, 'unassign', unassign, body);
  }

  @Get('proposal')
  @Endpoint(proposalEndpoint)
  proposal(
    @Input() { params }: InputOf<typeof proposalEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Proposed>> {
    return this.proposals.propose(caller.tenant, params.requestId, language);
  }
}
