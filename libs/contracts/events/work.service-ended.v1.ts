import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkServiceEndedV1 = defineEvent({
  type: 'work.service-ended.v1',
  source: 'routing',
  says: 'Services for the client have ended: documents are owed',
  payload: z.object({
    requestId: Id,
    by: Actor,
    /** Kinds of documents that are to be sent. */
    documents: z.array(z.enum(['report', 'act', 'invoice'])),
    /** Whether the contract under which some documents fall away is in force. */
    contractInForce: z.boolean(),
    /** How the client wants them: an id of the regulation. */
    delivery: z.string(),
  }),
});
