import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/** Says that it was done, by whom and why; of the person it says nothing. */
export const RequestErasedV1 = defineEvent({
  type: 'request.erased.v1',
  source: 'intake',
  says: 'The personal data of a closed request were erased; what was counted stays',
  payload: z.object({
    requestId: Id,
    /** What was erased together, with one reason. */
    erasureId: Id,
    /** On somebody's demand, or because the regulation's term for keeping them is over. */
    because: z.enum(['demand', 'term']),
    /** The clause that sets the term; null for a demand, or where the regulation names none. */
    clause: z.string().nullable(),
    by: Actor,
  }),
});
