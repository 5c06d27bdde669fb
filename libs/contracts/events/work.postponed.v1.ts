import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const WorkPostponedV1 = defineEvent({
  type: 'work.postponed.v1',
  source: 'routing',
  says: 'Work was put off for a reason of the regulation',
  payload: z.object({
    requestId: Id,
    by: Actor,
    /** A reason id of the regulation. */
    reason: z.string(),
    clause: z.string().nullable(),
    /** When work goes on by itself; null when only the requester’s word ends the wait. */
    until: IsoInstant.nullable(),
    /** Whether work goes on as soon as the requester writes. */
    untilReply: z.boolean(),
    /** Told to the requester. */
    note: z.string().nullable(),
  }),
});
