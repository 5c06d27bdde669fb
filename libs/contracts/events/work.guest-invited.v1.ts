import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const WorkGuestInvitedV1 = defineEvent({
  type: 'work.guest-invited.v1',
  source: 'routing',
  says: 'A third party was invited to help with this request alone',
  payload: z.object({
    requestId: Id,
    /** Name and link of the guest stay in routing. */
    guestId: Id,
    by: Actor,
    expiresAt: IsoInstant,
  }),
});
