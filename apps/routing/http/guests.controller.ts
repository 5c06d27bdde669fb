import { Controller, Post } from '@nestjs/common';
import { Tenant } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { randomSecret } from '@reglament/platform/secrets';
import { z } from 'zod';
import { Desk } from '../handlers/desk.ts';
import { GuestDesk, type GuestView as Shown } from '../handlers/guest-desk.ts';
import { endGuestAccess, inviteGuest } from '../handlers/invite-guest.ts';
import type { WorkView as View } from '../handlers/view.ts';
import { Moment, staff } from './procedures.controller.ts';
import { RequestParams, Words, WorkView } from './schemas.ts';

const inviteEndpoint = endpoint({
  ...staff,
  summary: 'Invite a third party to this request alone; the link is told once and not kept',
  body: z.object({
    name: z.string().trim().min(1).max(200),
    /** What the guest is told, beside the number, the subject and the masked summary. */
    briefing: Words.max(8_000),
    until: Moment.optional(),
  }),
  ok: z.object({ path: z.string(), work: WorkView }),
  status: 201,
  refusals: { ...staff.refusals, 'message-stopped': 422, 'moment-passed': 422, 'moment-too-far': 422 },
});
const revokeEndpoint = endpoint({
  ...staff,
  summary: 'End a guest’s access',
  params: RequestParams.extend({ guestId: z.uuid() }),
  body: z.object({}),
  refusals: { ...staff.refusals, 'unknown-guest': 404 },
});

const Token = z.string().min(20).max(100);
const GuestView = z.object({
  guest: z.string(),
  number: z.string(),
  category: z.string(),
  summary: z.string(),
  briefing: z.string(),
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
  notes: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
});
const guest = {
  allow: 'public',
  params: z.object({ tenant: Tenant }),
  ok: GuestView,
  refusals: { 'invitation-over': 404 },
  rateLimit: { max: 60, perSeconds: 60 },
} as const;
const readEndpoint = endpoint({
  ...guest,
  summary: 'What was shared of a request with the holder of this invitation',
  body: z.object({ token: Token }),
});
const writeEndpoint = endpoint({
  ...guest,
  summary: 'Write a note to the staff as the holder of this invitation',
  body: z.object({ token: Token, text: Words.max(8_000) }),
});

/** Third parties who help with one request: invited by staff, let in by a secret (edoc 17). */
@Controller()
export class GuestsController {
  constructor(
    private readonly desk: Desk,
    private readonly guests: GuestDesk,
  ) {}

  @Post('requests/:requestId/guests')
  @Endpoint(inviteEndpoint)
  async invite(
    @Input() { params, body }: InputOf<typeof inviteEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<{ path: string; work: View }>> {
    const token = randomSecret();
    const done = await this.desk.act({ caller, language, ...params }, 'invite-guest', inviteGuest, { ...body, token });
    // After the #, so that neither servers on the way nor the pages it leads to are told the secret.
    return done.ok ? accept({ path: `/h/${caller.tenant}/guest#${token}`, work: done.value }) : done;
  }

  @Post('requests/:requestId/guests/:guestId/revoke')
  @Endpoint(revokeEndpoint)
  revoke(
    @Input() { params }: InputOf<typeof revokeEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'revoke-guest', endGuestAccess, params);
  }

  @Post('guests/:tenant')
  @Endpoint(readEndpoint)
  read(
    @Input() { params, body }: InputOf<typeof readEndpoint>,
    @Accepts() language: Language,
  ): Promise<Outcome<Shown>> {
    return this.guests.read({ ...params, ...body, language });
  }

  @Post('guests/:tenant/notes')
  @Endpoint(writeEndpoint)
  write(
    @Input() { params, body }: InputOf<typeof writeEndpoint>,
    @Accepts() language: Language,
  ): Promise<Outcome<Shown>> {
    return this.guests.write({ ...params, ...body, language });
  }
}
