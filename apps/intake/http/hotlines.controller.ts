import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import { Accepts, Endpoint, Input } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import type { z } from 'zod';
import { ConverseWithRequester } from '../handlers/converse-with-requester.ts';
import { DescribeHotline } from '../handlers/describe-hotline.ts';
import { refusalOf } from '../handlers/refusals.ts';
import { ShowStatus } from '../handlers/show-status.ts';
import { SubmitRequest } from '../handlers/submit-request.ts';
import { acceptedView, submissionOf } from './mapping.ts';
import {
  AcceptedView,
  FilingHeaders,
  HotlineListView,
  HotlineParams,
  HotlineView,
  ReplyBody,
  StatusBody,
  StatusView,
  SubmitBody,
  WithdrawBody,
} from './schemas.ts';

type Params = z.infer<typeof HotlineParams>;

/** The requester's door: what a hotline is, filing a request, following it by its number and contact. */
@Controller('hotlines')
export class HotlinesController {
  constructor(
    private readonly describe: DescribeHotline,
    private readonly submit: SubmitRequest,
    private readonly status: ShowStatus,
    private readonly converse: ConverseWithRequester,
  ) {}

  @Get()
  @Endpoint({ summary: 'The hotlines of this platform', allow: 'public', ok: HotlineListView })
  list() {
    return { items: this.describe.all() };
  }

  @Get(':tenant')
  @Endpoint({
    summary: 'A hotline: hours, channels, categories, clauses',
    allow: 'public',
    params: HotlineParams,
    ok: HotlineView,
    refusals: ['unknown-hotline'],
  })
  show(@Input() input: { params: Params }, @Accepts() language: Language): Outcome<unknown> {
    const hotline = this.describe.one(input.params.tenant);
    return hotline ? accept(hotline) : refuse(refusalOf('unknown-hotline', language));
  }

  @Post(':tenant/requests')
  @Endpoint({
    summary: 'File a request; answered after the commit. Repeating an Idempotency-Key answers with the first request',
    allow: 'public',
    params: HotlineParams,
    headers: FilingHeaders,
    body: SubmitBody,
    ok: AcceptedView,
    status: 201,
    refusals: [
      'unknown-hotline',
      'channel-closed',
      'invalid-submission',
      'chat-without-instructions',
      'idempotency-key-reused',
      'too-busy',
      'requester-blocked',
    ],
  })
  async file(@Input() input: { params: Params; headers: FilingHeaders; body: SubmitBody }) {
    const { tenant } = input.params;
    const outcome = await this.submit.handle({
      tenant,
      submission: submissionOf(input.body, this.describe.publicChannelOf(tenant, input.body.entryPoint)),
      idempotencyKey: input.headers['idempotency-key'] ?? null,
      registeredBy: null,
      chatId: input.body.chatId ?? null,
    });
    return acceptedView(outcome, tenant);
  }

  @Post(':tenant/status')
  @Endpoint({
    summary: 'Follow a request by its number and the contact given when filing',
    allow: 'public',
    params: HotlineParams,
    body: StatusBody,
    ok: StatusView,
    status: 200,
    refusals: ['unknown-hotline', 'unknown-request'],
    rateLimit: { max: 60, perSeconds: 60 },
  })
  follow(@Input() input: { params: Params; body: z.infer<typeof StatusBody> }, @Accepts() language: Language) {
    return this.status.handle({ tenant: input.params.tenant, ...input.body, language });
  }

  @Post(':tenant/status/messages')
  @Endpoint({
    summary: 'Write again about a request',
    allow: 'public',
    params: HotlineParams,
    body: ReplyBody,
    ok: StatusView,
    status: 200,
    refusals: ['unknown-hotline', 'unknown-request', 'request-closed', 'requester-blocked'],
    rateLimit: { max: 30, perSeconds: 60 },
  })
  write(@Input() input: { params: Params; body: z.infer<typeof ReplyBody> }, @Accepts() language: Language) {
    return this.converse.write({ tenant: input.params.tenant, ...input.body, language });
  }

  @Post(':tenant/status/withdraw')
  @Endpoint({
    summary: 'Withdraw a request',
    allow: 'public',
    params: HotlineParams,
    body: WithdrawBody,
    ok: StatusView,
    status: 200,
    refusals: ['unknown-hotline', 'unknown-request', 'request-closed'],
    rateLimit: { max: 30, perSeconds: 60 },
  })
  withdraw(@Input() input: { params: Params; body: z.infer<typeof WithdrawBody> }, @Accepts() language: Language) {
    return this.converse.withdraw({
      tenant: input.params.tenant,
      ...input.body,
      reason: input.body.reason ?? null,
      language,
    });
  }
}
