import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

const classification = { category: z.string(), clientCategory: z.string().nullable(), urgent: z.boolean() };

export const WorkReclassifiedV1 = defineEvent({
  type: 'work.reclassified.v1',
  source: 'routing',
  says: 'The category, the client’s category or the urgency of a request was changed',
  payload: z.object({
    requestId: Id,
    by: Actor,
    ...classification,
    previous: z.object(classification),
    /** Why. */
    note: z.string(),
  }),
});
