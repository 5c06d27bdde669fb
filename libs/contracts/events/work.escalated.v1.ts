import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkEscalatedV1 = defineEvent({
  type: 'work.escalated.v1',
  source: 'routing',
  says: 'A broken promise was put before the people who answer for it',
  payload: z.object({
    requestId: Id,
    clockRule: z.string(),
    clause: z.string(),
    toRole: z.string(),
  }),
});
