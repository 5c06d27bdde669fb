import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

/** Who is blocked and what the staff wrote of it stays in intake: here are the rule and the term. */
export const RequesterBlockedV1 = defineEvent({
  type: 'requester.blocked.v1',
  source: 'intake',
  says: 'A requester who broke the rules was blocked for a term',
  payload: z.object({
    blockId: Id,
    /** The request it was made from. */
    requestId: Id,
    /** An id of the regulation's grounds, and the clause that was broken. */
    ground: z.string(),
    groundClause: z.string(),
    /** The clause that lets the support block. */
    clause: z.string(),
    edition: z.string(),
    /** Its first moment that is free again. */
    until: IsoInstant,
    by: Actor,
  }),
});
