import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkPostponementEndedV1 = defineEvent({
  type: 'work.postponement-ended.v1',
  source: 'routing',
  says: 'Postponed work goes on',
  payload: z.object({
    requestId: Id,
    by: Actor,
    because: z.enum(['time', 'requester-wrote', 'staff']),
  }),
});
