import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkDeclinedV1 = defineEvent({
  type: 'work.declined.v1',
  source: 'routing',
  says: 'The request was declined as out of scope, with the clause',
  payload: z.object({
    requestId: Id,
    by: Actor,
    reason: z.string(),
    clause: z.string(),
    text: z.string().max(20000).nullable(),
  }),
});
