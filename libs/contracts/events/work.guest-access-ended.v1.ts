import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkGuestAccessEndedV1 = defineEvent({
  type: 'work.guest-access-ended.v1',
  source: 'routing',
  says: 'Staff ended the access of an invited third party',
  payload: z.object({
    requestId: Id,
    /** Name and link of the guest stay in routing. */
    guestId: Id,
    by: Actor,
  }),
});
