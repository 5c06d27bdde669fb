import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkCancelledV1 = defineEvent({
  type: 'work.cancelled.v1',
  source: 'routing',
  says: 'The request was cancelled with a reason of the regulation',
  payload: z.object({
    requestId: Id,
    by: Actor,
    /** A cancellation-reason id of the regulation. */
    reason: z.string(),
    clause: z.string().nullable(),
    note: z.string().nullable(),
  }),
});
