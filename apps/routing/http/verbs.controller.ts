import { Controller, Post } from '@nestjs/common';
import { callOutcomes } from '@reglament/domain/request';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import type { Outcome } from '@reglament/platform/outcome';
import { z } from 'zod';
import { ask } from '../handlers/ask.ts';
import { cancel } from '../handlers/cancel.ts';
import { decline } from '../handlers/decline.ts';
import { Desk, type Press } from '../handlers/desk.ts';
import { handOver } from '../handlers/hand-over.ts';
import { logCall } from '../handlers/log-call.ts';
import { reopen } from '../handlers/reopen.ts';
import { reply } from '../handlers/reply.ts';
import { resolve } from '../handlers/resolve.ts';
import { vendorAnswer } from '../handlers/vendor-answer.ts';
import type { WorkView as View } from '../handlers/view.ts';
import { Attachments, Note, RequestParams, ShortId, Words, WorkView } from './schemas.ts';

const usual = { 'not-found': 404, 'not-allowed-now': 409, 'not-yours': 403, 'role-not-allowed': 403 } as const;
const usualOfWords = { ...usual, 'message-stopped': 422 } as const;
const usualOfMessages = { ...usualOfWords, 'files-not-taken': 422 } as const;
const staff = {
  allow: ['moderator', 'agent'],
  params: RequestParams,
  ok: WorkView,
  refusals: usual,
} as const;

const replyEndpoint = endpoint({
  ...staff,
  summary: 'Answer the requester, with an article of the help centre where one says it',
  body: z.object({ text: Words, articleId: z.uuid().optional(), attachments: Attachments }),
  refusals: usualOfMessages,
});
const askEndpoint = endpoint({
  ...staff,
  summary: 'Ask the requester for information; work waits',
  body: z.object({ text: Words, attachments: Attachments }),
  refusals: usualOfMessages,
});
const callEndpoint = endpoint({
  ...staff,
  summary: 'Record a call to the requester',
  body: z.object({ outcome: z.enum(callOutcomes), note: Note.optional() }),
});
const handOverEndpoint = endpoint({
  ...staff,
  summary: 'Hand over to the developer of the system',
  body: z.object({ vendor: ShortId, note: Note.optional() }),
  refusals: { ...usual, 'unknown-vendor': 422, 'vendor-not-contracted': 422 },
});
const vendorAnswerEndpoint = endpoint({
  ...staff,
  summary: 'Enter the answer of the developer',
  body: z.object({ text: Words }),
  refusals: usualOfWords,
});
const resolveEndpoint = endpoint({
  ...staff,
  summary: 'Close as resolved',
  body: z.object({ text: Words.optional(), attachments: Attachments }),
  refusals: { ...usualOfMessages, 'diagnosis-incomplete': 409 },
});
const cancelEndpoint = endpoint({
  ...staff,
  summary: 'Cancel with a reason of the regulation',
  body: z.object({ reason: ShortId, note: Note.optional() }),
  refusals: { ...usualOfWords, 'unknown-reason': 422 },
});
const declineEndpoint = endpoint({
  ...staff,
  summary: 'Decline as out of scope, on a clause',
  body: z.object({ reason: ShortId, text: Words.optional() }),
  refusals: { ...usualOfWords, 'unknown-reason': 422, 'nothing-to-decline-by': 422 },
});
const reopenEndpoint = endpoint({
  ...staff,
  summary: 'Take a closed request up again',
  body: z.object({ because: Words.max(2_000) }),
});

type Answer = Promise<Outcome<View>>;
type Given = { readonly params: { readonly requestId: string } };
const press = (caller: Principal, input: Given, language: Language): Press => ({
  caller,
  requestId: input.params.requestId,
  language,
});

/** What an agent, or a moderator in their stead, does to a request. */
@Controller('requests/:requestId')
export class VerbsController {
  constructor(private readonly desk: Desk) {}

  @Post('reply')
  @Endpoint(replyEndpoint)
  reply(
    @Input() input: InputOf<typeof replyEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Answer {
    return this.desk.act(press(caller, input, language), 'reply', reply, input.body);
  }

  @Post('ask')
  @Endpoint(askEndpoint)
  ask(@Input() input: InputOf<typeof askEndpoint>, @Caller() caller: Principal, @Accepts() language: Language): Answer {
    return this.desk.act(press(caller, input, language), 'ask', ask, input.body);
  }

  @Post('calls')
  @Endpoint(callEndpoint)
  logCall(
    @Input() input: InputOf<typeof callEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Answer {
    return this.desk.act(press(caller, input, language), 'log-call', logCall, input.body);
  }

  @Post('hand-over')
  @Endpoint(handOverEndpoint)
  handOver(
    @Input() input: InputOf<typeof handOverEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Answer {
    return this.desk.act(press(caller, input, language), 'hand-over', handOver, input.body);
  }

  @Post('vendor-answer')
  @Endpoint(vendorAnswerEndpoint)
  vendorAnswer(
    @Input() input: InputOf<typeof vendorAnswerEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Answer {
    return this.desk.act(press(caller, input, language), 'vendor-answer', vendorAnswer, input.body);
  }

  @Post('resolve')
  @Endpoint(resolveEndpoint)
  resolve(
    @Input() input: InputOf<typeof resolveEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Answer {
    return this.desk.act(press(caller, input, language), 'resolve', resolve, input.body);
  }

  @Post('cancel')
  @Endpoint(cancelEndpoint)
  cancel(
    @Input() input: InputOf<typeof cancelEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Answer {
    return this.desk.act(press(caller, input, language), 'cancel', cancel, input.body);
  }

  @Post('decline')
  @Endpoint(declineEndpoint)
  decline(
    @Input() input: InputOf<typeof declineEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Answer {
    return this.desk.act(press(caller, input, language), 'decline', decline, input.body);
  }

  @Post('reopen')
  @Endpoint(reopenEndpoint)
  reopen(
    @Input() input: InputOf<typeof reopenEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Answer {
    return this.desk.act(press(caller, input, language), 'reopen', reopen, input.body);
  }
}
