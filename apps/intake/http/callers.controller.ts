import { Controller, Delete, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { z } from 'zod';
import { RegisterCallers } from '../handlers/register-callers.ts';
import { AnswersBody } from './calls.controller.ts';

/** Never the secret, nor anything made from it. */
const CallerView = z.object({
  callerId: z.uuid(),
  numbers: z.array(z.string()),
  answers: z.record(z.string(), z.string()),
  secretSetAt: z.iso.datetime(),
  registeredAt: z.iso.datetime(),
  registeredBy: z.string(),
  lockedUntil: z.iso.datetime().nullable(),
});
const CallerParams = z.object({ callerId: z.uuid() });
const Done = z.object({ callerId: z.uuid() });
const ofCallers = { 'no-verification': 409, 'too-busy': 429 } as const;

const listEndpoint = endpoint({
  summary: 'The profiles of callers, without their secrets',
  allow: ['manager'],
  query: z.object({ q: z.string().max(200).optional() }),
  ok: z.object({ items: z.array(CallerView) }),
  refusals: ofCallers,
});
const registerEndpoint = endpoint({
  summary: 'Register callers, one or a list: all of them or none',
  allow: ['manager'],
  body: z.object({
    callers: z
      .array(z.object({ numbers: z.array(z.string().trim().min(1).max(40)).min(1).max(10), answers: AnswersBody }))
      .min(1)
      .max(100),
  }),
  ok: z.object({ callerIds: z.array(z.uuid()) }),
  status: 201,
  refusals: { ...ofCallers, 'invalid-answers': 422 },
});
const secretEndpoint = endpoint({
  summary: 'Give a caller a new secret',
  allow: ['manager'],
  params: CallerParams,
  body: z.object({ secret: z.string().max(200) }),
  ok: Done,
  status: 200,
  refusals: { ...ofCallers, 'unknown-caller': 404, 'invalid-answers': 422 },
});
const removeEndpoint = endpoint({
  summary: 'Remove a profile; calls made under it stay on record',
  allow: ['manager'],
  params: CallerParams,
  ok: Done,
  refusals: { ...ofCallers, 'unknown-caller': 404 },
});

/** Profiles of callers, kept by the manager (kuty terms, 2.2). */
@Controller('callers')
export class CallersController {
  constructor(private readonly callers: RegisterCallers) {}

  @Get()
  @Endpoint(listEndpoint)
  list(@Input() { query }: InputOf<typeof listEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    const words = query.q?.trim() ?? '';
    return this.callers.list(caller, words === '' ? null : words, language);
  }

  @Post()
  @Endpoint(registerEndpoint)
  register(
    @Input() { body }: InputOf<typeof registerEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.callers.register(caller, body.callers, language);
  }

  @Post(':callerId/secret')
  @Endpoint(secretEndpoint)
  replaceSecret(
    @Input() { params, body }: InputOf<typeof secretEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.callers.replaceSecret(caller, params.callerId, body.secret, language);
  }

  @Delete(':callerId')
  @Endpoint(removeEndpoint)
  remove(
    @Input() { params }: InputOf<typeof removeEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.callers.remove(caller, params.callerId, language);
  }
}
