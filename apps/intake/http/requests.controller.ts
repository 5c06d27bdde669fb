import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, Input } from '@reglament/platform/http';
import type { z } from 'zod';
import { ForeseePromises } from '../handlers/foresee-promises.ts';
import { ShowRequest } from '../handlers/show-request.ts';
import { SubmitRequest } from '../handlers/submit-request.ts';
import { acceptedView, submissionOf } from './mapping.ts';
import {
  AcceptedView,
  FilingHeaders,
  PromisesBody,
  PromisesView,
  RequestListQuery,
  RequestListView,
  RequestParams,
  RequestView,
  StaffSubmitBody,
} from './schemas.ts';

/** The staff's and the systems' door to intake: formalise a call, file by API, read what was submitted. */
@Controller()
export class RequestsController {
  constructor(
    private readonly submit: SubmitRequest,
    private readonly show: ShowRequest,
    private readonly foresee: ForeseePromises,
  ) {}

  @Post('requests')
  @Endpoint({
    summary: 'Formalise a call as a request, or file one with an API key',
    allow: ['operator', 'api-key'],
    headers: FilingHeaders,
    body: StaffSubmitBody,
    ok: AcceptedView,
    status: 201,
    refusals: [
      'channel-closed',
      'caller-not-verified',
      'chat-without-instructions',
      'unknown-call',
      'invalid-submission',
      'idempotency-key-reused',
      'too-busy',
      'requester-blocked',
    ],
  })
  async file(
    @Input() input: { headers: FilingHeaders; body: z.infer<typeof StaffSubmitBody> },
    @Caller() caller: Principal,
  ) {
    const outcome = await this.submit.handle({
      tenant: caller.tenant,
      submission: submissionOf(input.body, input.body.channel),
      idempotencyKey: input.headers['idempotency-key'] ?? null,
      registeredBy: caller.kind === 'staff' ? caller.subject : null,
      callId: input.body.callId ?? null,
      chatId: input.body.chatId ?? null,
    });
    return acceptedView(outcome, caller.tenant);
  }

  @Post('promises')
  @Endpoint({
    summary: 'The deadlines to tell a caller before the request is filed',
    allow: ['operator', 'moderator', 'agent'],
    body: PromisesBody,
    ok: PromisesView,
    status: 200,
  })
  promises(
    @Input() input: { body: z.infer<typeof PromisesBody> },
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.foresee.handle(caller.tenant, input.body, language);
  }

  @Get('requests')
  @Endpoint({
    summary: 'Find requests by number or words',
    allow: ['operator', 'moderator', 'agent', 'manager'],
    query: RequestListQuery,
    ok: RequestListView,
  })
  find(@Input() input: { query: z.infer<typeof RequestListQuery> }, @Caller() caller: Principal) {
    return this.show.find(caller.tenant, input.query);
  }

  @Get('requests/:requestId')
  @Endpoint({
    summary: 'A request as it was submitted, with its conversation and letters',
    allow: ['operator', 'moderator', 'agent', 'manager'],
    params: RequestParams,
    ok: RequestView,
    refusals: ['unknown-request'],
  })
  one(
    @Input() input: { params: z.infer<typeof RequestParams> },
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.show.one(caller.tenant, input.params.requestId, language);
  }
}
