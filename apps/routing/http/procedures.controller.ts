import { Controller, Post } from '@nestjs/common';
import type { Instant } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import type { Outcome } from '@reglament/platform/outcome';
import { z } from 'zod';
import { Desk } from '../handlers/desk.ts';
import { diagnose } from '../handlers/diagnose.ts';
import { postpone, resume } from '../handlers/postpone.ts';
import { reclassify } from '../handlers/reclassify.ts';
import { recordSession } from '../handlers/record-session.ts';
import { setDeadline } from '../handlers/set-deadline.ts';
import type { WorkView as View } from '../handlers/view.ts';
import { Note, RequestParams, ShortId, WorkView } from './schemas.ts';

/** What every verb of staff has in common. */
export const staff = {
  allow: ['moderator', 'agent'],
  params: RequestParams,
  ok: WorkView,
  refusals: {
    'not-found': 404,
    'not-allowed-now': 409,
    'not-in-regulation': 409,
    'not-yours': 403,
    'role-not-allowed': 403,
  },
} as const;

/** A moment that people name; years beyond 9999 are no moment that anybody means. */
export const Moment = z.iso
  .datetime({ offset: true })
  .refine((iso) => Date.parse(iso) < Date.parse('9999-01-01'), 'is too far ahead')
  .transform((iso) => Date.parse(iso) as Instant);

const postponeEndpoint = endpoint({
  ...staff,
  summary: 'Put work off for a reason of the regulation, until a moment or until the requester writes',
  body: z.object({
    reason: ShortId,
    until: Moment.optional(),
    untilReply: z.boolean().optional(),
    note: Note.optional(),
  }),
  refusals: {
    ...staff.refusals,
    'unknown-reason': 422,
    'postponed-without-end': 422,
    'message-stopped': 422,
    'moment-passed': 422,
  },
});
const resumeEndpoint = endpoint({ ...staff, summary: 'Go on with postponed work', body: z.object({}) });
const deadlineEndpoint = endpoint({
  ...staff,
  summary: 'Set the completion deadline, or change it with a reason; only the responsible agent may',
  body: z.object({
    deadline: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('moment'), at: Moment }),
      /** So many minutes of working time from now. */
      z.object({ kind: z.literal('working'), minutes: z.int().min(1).max(525_600) }),
    ]),
    note: Note.optional(),
    tell: z.boolean().optional(),
  }),
  refusals: {
    ...staff.refusals,
    'moment-passed': 422,
    'deadline-needs-reason': 422,
    'message-stopped': 422,
    'same-deadline': 409,
  },
});

const sessionEndpoint = endpoint({
  ...staff,
  summary: 'Record a session of remote administration: tool, start, end, and who consented how',
  body: z.object({
    tool: ShortId,
    startedAt: Moment,
    endedAt: Moment,
    consent: z.object({ by: z.string().trim().max(200), how: ShortId }).nullish(),
    note: Note.optional(),
  }),
  refusals: {
    ...staff.refusals,
    'session-without-consent': 422,
    'session-ends-before-start': 422,
    'session-in-future': 422,
    'unknown-choice': 422,
  },
});
const diagnoseEndpoint = endpoint({
  ...staff,
  summary: 'Record a step of the diagnosis',
  body: z.object({ step: ShortId, choice: ShortId.optional(), text: Note.optional() }),
  refusals: { ...staff.refusals, 'unknown-step': 422, 'unknown-choice': 422, 'diagnosis-incomplete': 409 },
});

const reclassifyEndpoint = endpoint({
  ...staff,
  summary: 'Change the category, the client’s category or the urgency; clocks are decided anew',
  body: z.object({
    category: ShortId.optional(),
    clientCategory: ShortId.nullable().optional(),
    urgent: z.boolean().optional(),
    note: Note.min(1),
  }),
  refusals: {
    ...staff.refusals,
    'unknown-category': 422,
    'unknown-client-category': 422,
    'nothing-changes': 409,
  },
});

/** The procedures that a regulation may set out: each is there for the hotlines whose regulation has it. */
@Controller('requests/:requestId')
export class ProceduresController {
  constructor(private readonly desk: Desk) {}

  @Post('postpone')
  @Endpoint(postponeEndpoint)
  postpone(
    @Input() { params, body }: InputOf<typeof postponeEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'postpone', postpone, body);
  }

  @Post('resume')
  @Endpoint(resumeEndpoint)
  resume(
    @Input() { params, body }: InputOf<typeof resumeEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'resume', resume, body);
  }

  @Post('deadline')
  @Endpoint(deadlineEndpoint)
  setDeadline(
    @Input() { params, body }: InputOf<typeof deadlineEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'set-deadline', setDeadline, body);
  }

  @Post('sessions')
  @Endpoint(sessionEndpoint)
  recordSession(
    @Input() { params, body }: InputOf<typeof sessionEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'record-session', recordSession, body);
  }

  @Post('diagnosis')
  @Endpoint(diagnoseEndpoint)
  diagnose(
    @Input() { params, body }: InputOf<typeof diagnoseEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'diagnose', diagnose, body);
  }

  @Post('reclassify')
  @Endpoint(reclassifyEndpoint)
  reclassify(
    @Input() { params, body }: InputOf<typeof reclassifyEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'reclassify', reclassify, body);
  }
}
