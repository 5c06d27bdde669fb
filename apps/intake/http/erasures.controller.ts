import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { z } from 'zod';
import { ErasePerson } from '../handlers/erase-person.ts';

const Contact = z.string().trim().min(3).max(254);
const Count = z.int().min(0);
const counts = {
  messages: Count,
  letters: Count,
  files: Count,
  recordings: Count,
  complaints: Count,
  callers: Count,
  accounts: Count,
  blocks: Count,
};
const ErasureView = z.object({
  erasureId: z.uuid(),
  at: z.iso.datetime(),
  because: z.enum(['demand', 'term']),
  clause: z.string().nullable(),
  reason: z.string(),
  byName: z.string(),
  requests: Count,
  ...counts,
});

const previewEndpoint = endpoint({
  // The contact is personal: it does not stand in an address, where logs would keep it.
  summary: 'What erasing the person with this address or telephone would take away',
  allow: ['manager'],
  body: z.object({ contact: Contact }),
  ok: z.object({
    requests: z.array(
      z.object({ number: z.string(), submittedAt: z.iso.datetime(), status: z.string(), open: z.boolean() }),
    ),
    ...counts,
  }),
  status: 200,
  refusals: { 'unreadable-contact': 422 },
});
const eraseEndpoint = endpoint({
  summary: 'Erase the personal data of the person with this address or telephone; what was counted stays',
  allow: ['manager'],
  body: z.object({ contact: Contact, reason: z.string().trim().min(3).max(1000) }),
  ok: ErasureView,
  status: 201,
  refusals: { 'unreadable-contact': 422, 'nothing-to-erase': 404, 'still-open': 409, 'still-blocked': 409 },
});
const listEndpoint = endpoint({
  summary: 'What was erased, when, by whom and why; nothing about the persons',
  allow: ['manager'],
  ok: z.object({ items: z.array(ErasureView) }),
});

/** Erasing a person, and the record of it. */
@Controller('erasures')
export class ErasuresController {
  constructor(private readonly erasure: ErasePerson) {}

  @Post('preview')
  @Endpoint(previewEndpoint)
  preview(
    @Input() { body }: InputOf<typeof previewEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.erasure.preview(caller, body.contact, language);
  }

  @Post()
  @Endpoint(eraseEndpoint)
  erase(@Input() { body }: InputOf<typeof eraseEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.erasure.erase(caller, body, language);
  }

  @Get()
  @Endpoint(listEndpoint)
  list(@Caller() caller: Principal) {
    return this.erasure.list(caller);
  }
}
