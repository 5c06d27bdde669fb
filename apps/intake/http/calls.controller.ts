import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { z } from 'zod';
import { VerifyCaller } from '../handlers/verify-caller.ts';

const CallView = z.object({
  callId: z.uuid(),
  number: z.string(),
  beganAt: z.iso.datetime(),
  state: z.enum(['open', 'verified', 'locked']),
  attemptsLeft: z.int(),
  lockedUntil: z.iso.datetime().nullable(),
  verifiedAt: z.iso.datetime().nullable(),
});
/** What was said or is kept, by the ids of the regulation's questions. */
export const AnswersBody = z.record(z.string().max(60), z.string().max(200));
const CallParams = z.object({ callId: z.uuid() });
const ofCalls = { 'no-verification': 409 } as const;

const currentEndpoint = endpoint({
  summary: 'The call that the operator is in',
  allow: ['operator'],
  ok: z.object({ call: CallView.nullable() }),
  refusals: ofCalls,
});
const beginEndpoint = endpoint({
  summary: 'Begin a call from a number; the operator’s call before it ends',
  allow: ['operator'],
  body: z.object({ number: z.string().trim().min(1).max(40) }),
  ok: CallView,
  status: 201,
  refusals: { ...ofCalls, 'unreadable-phone': 422 },
});
const verifyEndpoint = endpoint({
  summary: 'Check what the caller answered: told is only yes or no, and how many attempts are left',
  allow: ['operator'],
  params: CallParams,
  body: z.object({ answers: AnswersBody }),
  ok: CallView,
  status: 200,
  refusals: { ...ofCalls, 'unknown-call': 404, 'invalid-answers': 422, 'too-busy': 429 },
});
const endEndpoint = endpoint({
  summary: 'End the operator’s call',
  allow: ['operator'],
  params: CallParams,
  body: z.object({}),
  ok: z.object({ call: z.null() }),
  status: 200,
  refusals: { ...ofCalls, 'unknown-call': 404 },
});

/** Who is calling, where the regulation verifies callers (kuty 2.2). */
@Controller('calls')
export class CallsController {
  constructor(private readonly calls: VerifyCaller) {}

  @Get('current')
  @Endpoint(currentEndpoint)
  current(@Caller() caller: Principal, @Accepts() language: Language) {
    return this.calls.current(caller, language);
  }

  @Post()
  @Endpoint(beginEndpoint)
  begin(@Input() { body }: InputOf<typeof beginEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.calls.begin(caller, body.number, language);
  }

  @Post(':callId/verification')
  @Endpoint(verifyEndpoint)
  verify(
    @Input() { params, body }: InputOf<typeof verifyEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.calls.verify(caller, params.callId, body.answers, language);
  }

  @Post(':callId/end')
  @Endpoint(endEndpoint)
  end(@Input() { params }: InputOf<typeof endEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.calls.end(caller, params.callId, language);
  }
}
