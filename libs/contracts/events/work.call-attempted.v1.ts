import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkCallAttemptedV1 = defineEvent({
  type: 'work.call-attempted.v1',
  source: 'routing',
  says: 'A call to the requester was made',
  payload: z.object({
    requestId: Id,
    by: Actor,
    /** Counts from 1 within one series of attempts. */
    attempt: z.int().min(1),
    outcome: z.enum(['answered', 'no-answer', 'busy', 'switched-off', 'wrong-number']),
    note: z.string().nullable(),
  }),
});
