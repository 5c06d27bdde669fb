import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkDocumentsDispatchedV1 = defineEvent({
  type: 'work.documents-dispatched.v1',
  source: 'routing',
  says: 'The documents after service were sent to the client',
  payload: z.object({
    requestId: Id,
    by: Actor,
    /** How they went: an id of the regulation. */
    delivery: z.string(),
    trackingNumber: z.string(),
  }),
});
