import { Controller, Get, Header, Post } from '@nestjs/common';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, type Language } from '@reglament/platform/http';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { z } from 'zod';
import { Signer } from '../auth/signer.ts';
import { refusalStatuses, refuseWith } from './texts.ts';

const Token = z.object({ token: z.string(), expiresAt: z.iso.datetime() });
type Token = z.infer<typeof Token>;

/** Credentials for programs that talk to the services directly, and the keys that services verify them with. */
@Controller()
export class TokenController {
  constructor(private readonly signer: Signer) {}

  @Post('api/gateway/token')
  @Endpoint({
    summary: 'Exchanges an API key for a short-lived credential',
    allow: 'public',
    ok: Token,
    refusals: refusalStatuses('not-signed-in'),
    rateLimit: { max: 120, perSeconds: 60 },
  })
  async exchange(@Caller() caller: Principal | null, @Accepts() language: Language): Promise<Outcome<Token>> {
    if (caller?.kind !== 'api-key') return refuseWith('not-signed-in', language);
    const { token, expiresAt } = await this.signer.sign(caller);
    return accept({ token, expiresAt: new Date(expiresAt).toISOString() });
  }

  @Get('.well-known/jwks.json')
  @Header('cache-control', 'public, max-age=60')
  @Endpoint({
    summary: 'The public keys that credentials are verified with',
    allow: 'public',
    ok: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  })
  keys(): Promise<object> {
    return this.signer.jwks();
  }
}
