import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkQueuedV1 = defineEvent({
  type: 'work.queued.v1',
  source: 'routing',
  says: 'The request stands in the moderator’s queue',
  payload: z.object({
    requestId: Id,
    number: z.string(),
    category: z.string(),
    urgent: z.boolean(),
  }),
});
