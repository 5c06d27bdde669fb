import { Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Tenant } from '@reglament/contracts';
import { type Principal, Role } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import {
  Accepts,
  Caller,
  ClientAddress,
  CONFIG,
  Endpoint,
  endpoint,
  Input,
  type InputOf,
  type Language,
} from '@reglament/platform/http';
import { accept, type Outcome } from '@reglament/platform/outcome';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { GatewayConfig } from '../config.ts';
import { SignInHandler } from '../handlers/sign-in.ts';
import { sessionTokenIn, setSessionCookies } from './cookies.ts';
import { refusalStatuses, refuseWith } from './texts.ts';

export const Login = z.string().trim().toLowerCase().min(1).max(100);

const Session = z.object({
  staffId: z.string(),
  name: z.string(),
  tenant: z.string(),
  roles: z.array(Role),
  clock: z.object({ now: z.iso.datetime(), speed: z.number(), simulated: z.boolean() }),
});
type Session = z.infer<typeof Session>;

const signIn = endpoint({
  summary: 'Signs a member of staff in and sets the session cookie',
  allow: 'public',
  body: z.object({ tenant: Tenant, login: Login, password: z.string().min(1).max(200) }),
  ok: Session,
  refusals: refusalStatuses('sign-in-refused', 'too-many-attempts'),
  rateLimit: { max: 60, perSeconds: 60 },
});

@Controller('api/gateway/session')
export class SessionController {
  private readonly secure: boolean;

  constructor(
    private readonly handler: SignInHandler,
    private readonly clock: PlatformClock,
    @Inject(CONFIG) config: GatewayConfig,
  ) {
    this.secure = config.PUBLIC_URL.startsWith('https:');
  }

  @Post()
  @Endpoint(signIn)
  async signIn(
    @Input() { body }: InputOf<typeof signIn>,
    @Accepts() language: Language,
    @ClientAddress() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<Session>> {
    const outcome = await this.handler.signIn({ ...body, address, language });
    if (!outcome.ok) return outcome;
    const { token, staffId, name, roles } = outcome.value;
    setSessionCookies(reply, token, this.secure);
    return accept(this.view({ tenant: body.tenant, subject: staffId, name, roles }));
  }

  @Get()
  @Endpoint({
    summary: 'Who is signed in, and what the platform’s clock shows',
    allow: 'public',
    ok: Session,
    refusals: refusalStatuses('not-signed-in'),
  })
  who(@Caller() caller: Principal | null, @Accepts() language: Language): Outcome<Session> {
    return caller?.kind === 'staff' ? accept(this.view(caller)) : refuseWith('not-signed-in', language);
  }

  @Delete()
  @Endpoint({ summary: 'Signs out', allow: 'public', ok: z.void(), status: 204 })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.handler.signOut(sessionTokenIn(request.headers.cookie));
    setSessionCookies(reply, null, this.secure);
  }

  private view({ tenant, subject, name, roles }: Pick<Principal, 'tenant' | 'subject' | 'name' | 'roles'>): Session {
    const { clock } = this;
    return {
      staffId: subject,
      name,
      tenant,
      roles: [...roles],
      clock: { now: new Date(clock.now()).toISOString(), speed: clock.speed, simulated: clock.isSimulated },
    };
  }
}
