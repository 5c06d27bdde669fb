import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkGuestWroteV1 = defineEvent({
  type: 'work.guest-wrote.v1',
  source: 'routing',
  says: 'An invited third party wrote to the staff',
  payload: z.object({
    requestId: Id,
    /** Name and link of the guest stay in routing. */
    guestId: Id,
  }),
});
