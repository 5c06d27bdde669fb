import { Controller, Delete, Get, Inject, Post, Res } from '@nestjs/common';
import { Language } from '@reglament/contracts';
import { Accepts, CONFIG, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import type { Outcome } from '@reglament/platform/outcome';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { IntakeConfig } from '../config.ts';
import { RequesterAccount } from '../handlers/requester-account.ts';
import { SignRequesterIn } from '../handlers/sign-requester-in.ts';
import { AccountView, LeftView } from './account-schemas.ts';
import { BrowserHeaders, sessionIn, setSession } from './requester-cookie.ts';
import { HotlineParams } from './schemas.ts';

const refusals = { 'unknown-hotline': 404, 'no-accounts': 404, 'not-signed-in': 401 } as const;

const codeEndpoint = endpoint({
  summary: 'Have a sign-in code sent to the address requests were filed with; the answer is the same for any address',
  allow: 'public',
  params: HotlineParams,
  body: z.object({ email: z.email().max(254), language: Language }),
  ok: z.object({ signIn: z.string(), validMinutes: z.int() }),
  status: 202,
  refusals: { 'unknown-hotline': 404, 'no-accounts': 404, 'too-many-codes': 429 },
  rateLimit: { max: 10, perSeconds: 60 },
});
const signInEndpoint = endpoint({
  summary: 'Sign in with the code; sets the session cookie',
  allow: 'public',
  params: HotlineParams,
  body: z.object({ signIn: z.string().min(1).max(100), code: z.string().trim().min(1).max(20) }),
  ok: z.void(),
  status: 204,
  refusals: { 'unknown-hotline': 404, 'no-accounts': 404, 'wrong-code': 403 },
  rateLimit: { max: 30, perSeconds: 60 },
});
const signOutEndpoint = endpoint({
  summary: 'Sign out',
  allow: 'public',
  params: HotlineParams,
  headers: BrowserHeaders,
  ok: z.void(),
  status: 204,
});
const showEndpoint = endpoint({
  summary: 'Own requests and the event feed',
  allow: 'public',
  params: HotlineParams,
  headers: BrowserHeaders,
  ok: AccountView,
  refusals,
});
const seenEndpoint = endpoint({
  summary: 'The event feed has been read',
  allow: 'public',
  params: HotlineParams,
  headers: BrowserHeaders,
  body: z.object({}),
  ok: AccountView,
  status: 200,
  refusals,
});
const leaveEndpoint = endpoint({
  summary: 'Withdraw every open request and stop using the service',
  allow: 'public',
  params: HotlineParams,
  headers: BrowserHeaders,
  body: z.object({ confirm: z.literal(true), reason: z.string().trim().min(1).max(2000).nullish() }),
  ok: LeftView,
  status: 200,
  refusals: { ...refusals, 'no-leaving': 404 },
});

/** The requester's account: signing in by a code, own requests, the event feed, leaving. */
@Controller('hotlines/:tenant/account')
export class AccountsController {
  constructor(
    private readonly signing: SignRequesterIn,
    private readonly account: RequesterAccount,
    @Inject(CONFIG) private readonly config: IntakeConfig,
  ) {}

  @Post('codes')
  @Endpoint(codeEndpoint)
  code(@Input() { params, body }: InputOf<typeof codeEndpoint>) {
    return this.signing.askForCode(params.tenant, body.email, body.language);
  }

  @Post('session')
  @Endpoint(signInEndpoint)
  async signIn(
    @Input() { params, body }: InputOf<typeof signInEndpoint>,
    @Accepts() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<string> | undefined> {
    const outcome = await this.signing.signIn(params.tenant, body, language);
    if (!outcome.ok) return outcome;
    setSession(reply, params.tenant, outcome.value, this.config.PUBLIC_URL);
    return undefined;
  }

  @Delete('session')
  @Endpoint(signOutEndpoint)
  async signOut(
    @Input() { params, headers }: InputOf<typeof signOutEndpoint>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signing.signOut(params.tenant, sessionIn(headers));
    setSession(reply, params.tenant, null, this.config.PUBLIC_URL);
  }

  @Get()
  @Endpoint(showEndpoint)
  show(@Input() { params, headers }: InputOf<typeof showEndpoint>, @Accepts() language: Language) {
    return this.account.show({ tenant: params.tenant, session: sessionIn(headers), language });
  }

  @Post('seen')
  @Endpoint(seenEndpoint)
  seen(@Input() { params, headers }: InputOf<typeof seenEndpoint>, @Accepts() language: Language) {
    return this.account.seen({ tenant: params.tenant, session: sessionIn(headers), language });
  }

  @Post('leave')
  @Endpoint(leaveEndpoint)
  async leave(
    @Input() { params, headers, body }: InputOf<typeof leaveEndpoint>,
    @Accepts() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<object>> {
    const visitor = { tenant: params.tenant, session: sessionIn(headers), language };
    const outcome = await this.account.leave(visitor, body.reason ?? null);
    if (outcome.ok) setSession(reply, params.tenant, null, this.config.PUBLIC_URL);
    return outcome;
  }
}
