import { Controller, Delete, Get, Post } from '@nestjs/common';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import type { Outcome } from '@reglament/platform/outcome';
import { z } from 'zod';
import { ApiKeysHandler, type ApiKeyView } from '../handlers/api-keys.ts';
import { refusalStatuses } from './texts.ts';

/** What a key may be allowed: to read from, or write to, one service. */
const Scope = z.enum(['intake:read', 'intake:write', 'routing:read', 'sla:read', 'reporting:read']);
const View = z.object({
  keyId: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});

const list = endpoint({ summary: 'The API keys in force', allow: ['administrator'], ok: z.array(View) });
const add = endpoint({
  summary: 'Makes an API key; the key is shown in this answer only',
  allow: ['administrator'],
  body: z.object({ name: z.string().trim().min(1).max(200), scopes: z.array(Scope).min(1).max(20) }),
  ok: View.extend({ key: z.string() }),
  status: 201,
  refusals: refusalStatuses('too-many-keys'),
});
const revoke = endpoint({
  summary: 'Revokes an API key',
  allow: ['administrator'],
  params: z.object({ keyId: z.uuid() }),
  ok: z.void(),
  status: 204,
  refusals: refusalStatuses('key-not-found'),
});

@Controller('api/gateway/api-keys')
export class ApiKeysController {
  constructor(private readonly handler: ApiKeysHandler) {}

  @Get()
  @Endpoint(list)
  list(@Caller() caller: Principal): Promise<ApiKeyView[]> {
    return this.handler.list(caller);
  }

  @Post()
  @Endpoint(add)
  add(
    @Input() { body }: InputOf<typeof add>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<ApiKeyView & { key: string }>> {
    return this.handler.add(caller, body, language);
  }

  @Delete(':keyId')
  @Endpoint(revoke)
  revoke(
    @Input() { params }: InputOf<typeof revoke>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<undefined>> {
    return this.handler.revoke(caller, params.keyId, language);
  }
}
