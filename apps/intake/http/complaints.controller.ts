import { Controller, Get, Post } from '@nestjs/common';
import { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { z } from 'zod';
import { Complaints } from '../handlers/complaints.ts';
import { HotlineParams } from './schemas.ts';

const words = (max: number) => z.string().trim().min(1).max(max);
const ComplaintView = z.object({
  complaintId: z.uuid(),
  clause: z.string(),
  number: z.string().nullable(),
  name: z.string(),
  email: z.string(),
  text: z.string(),
  filedAt: z.iso.datetime(),
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  answeredBy: z.string().nullable(),
  letter: z.string().nullable(),
});

const fileEndpoint = endpoint({
  summary: 'Complain about the support, past the support itself',
  allow: 'public',
  params: HotlineParams,
  body: z.object({
    name: words(200),
    email: z.email().max(254),
    number: words(40).nullish(),
    language: Language,
    text: words(8000),
  }),
  ok: z.object({ complaintId: z.uuid(), to: z.string() }),
  status: 201,
  refusals: ['unknown-hotline', 'no-complaints'],
  rateLimit: { max: 10, perSeconds: 60 },
});
const listEndpoint = endpoint({
  summary: 'Complaints about the support; never shown to whoever works in it',
  allow: ['administrator'],
  ok: z.object({ items: z.array(ComplaintView) }),
  refusals: ['past-the-support'],
});
const answerEndpoint = endpoint({
  summary: 'Answer a complaint; the answer goes to the complainant by letter',
  allow: ['administrator'],
  params: z.object({ complaintId: z.uuid() }),
  body: z.object({ text: words(8000) }),
  ok: ComplaintView,
  status: 200,
  refusals: { 'past-the-support': 403, 'unknown-complaint': 404, 'complaint-answered': 409 },
});

/** Complaints about the support itself. */
@Controller()
export class ComplaintsController {
  constructor(private readonly complaints: Complaints) {}

  @Post('hotlines/:tenant/complaints')
  @Endpoint(fileEndpoint)
  file(@Input() { params, body }: InputOf<typeof fileEndpoint>, @Accepts() language: Language) {
    return this.complaints.file(params.tenant, { ...body, number: body.number ?? null }, language);
  }

  @Get('complaints')
  @Endpoint(listEndpoint)
  list(@Caller() caller: Principal, @Accepts() language: Language) {
    return this.complaints.list(caller, language);
  }

  @Post('complaints/:complaintId/answer')
  @Endpoint(answerEndpoint)
  answer(
    @Input() { params, body }: InputOf<typeof answerEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.complaints.answer(caller, language, params.complaintId, body.text);
  }
}
