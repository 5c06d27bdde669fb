import { Controller, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import { Accepts, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { z } from 'zod';
import { AppealBlock } from '../handlers/appeal-block.ts';
import { OwnBlockView } from './block-schemas.ts';
import { BrowserHeaders, sessionIn } from './requester-cookie.ts';
import { HotlineParams, StatusBody } from './schemas.ts';

const Appeal = z.object({ text: z.string().trim().min(1).max(4000) });
const refusals = { 'unknown-hotline': 404, 'not-blocked': 404, 'appeal-made': 409, 'appeal-too-late': 409 } as const;
const rateLimit = { max: 10, perSeconds: 60 };

const accountEndpoint = endpoint({
  summary: 'Appeal the block one is under, once, signed in to the account',
  allow: 'public',
  params: HotlineParams,
  headers: BrowserHeaders,
  body: Appeal,
  ok: OwnBlockView,
  status: 200,
  refusals: { ...refusals, 'no-accounts': 404, 'not-signed-in': 401 },
  rateLimit,
});
const statusEndpoint = endpoint({
  summary: 'Appeal the block one is under, once, by the number of a request and the contact given when filing',
  allow: 'public',
  params: HotlineParams,
  body: StatusBody.extend(Appeal.shape),
  ok: OwnBlockView,
  status: 200,
  refusals: { ...refusals, 'unknown-request': 404 },
  rateLimit,
});

/** Appeals of those who are blocked. */
@Controller('hotlines/:tenant')
export class AppealsController {
  constructor(private readonly appeals: AppealBlock) {}

  @Post('account/appeal')
  @Endpoint(accountEndpoint)
  fromAccount(@Input() { params, headers, body }: InputOf<typeof accountEndpoint>, @Accepts() language: Language) {
    return this.appeals.fromAccount({ tenant: params.tenant, session: sessionIn(headers), language }, body.text);
  }

  @Post('status/appeal')
  @Endpoint(statusEndpoint)
  byNumber(@Input() { params, body }: InputOf<typeof statusEndpoint>, @Accepts() language: Language) {
    const { text, ...access } = body;
    return this.appeals.byNumber({ tenant: params.tenant, ...access, language }, text);
  }
}
