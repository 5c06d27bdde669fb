import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkReopenedV1 = defineEvent({
  type: 'work.reopened.v1',
  source: 'routing',
  says: 'A closed request was opened again',
  payload: z.object({
    requestId: Id,
    by: Actor,
    because: z.string(),
  }),
});
