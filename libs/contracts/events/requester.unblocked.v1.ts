import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/** Only of a block that was taken back: one that ends by itself has said so when it began. */
export const RequesterUnblockedV1 = defineEvent({
  type: 'requester.unblocked.v1',
  source: 'intake',
  says: 'A block of a requester was lifted before its end',
  payload: z.object({
    blockId: Id,
    /** By the staff's own decision, or upon an appeal. */
    upon: z.enum(['decision', 'appeal']),
    by: Actor,
  }),
});
