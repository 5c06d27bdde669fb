import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkHandedOverV1 = defineEvent({
  type: 'work.handed-over.v1',
  source: 'routing',
  says: 'The request was handed over to the developer of the system',
  payload: z.object({
    requestId: Id,
    by: Actor,
    to: z.string(),
    clause: z.string().nullable(),
    note: z.string().nullable(),
  }),
});
