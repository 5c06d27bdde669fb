import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkResumedV1 = defineEvent({
  type: 'work.resumed.v1',
  source: 'routing',
  says: 'Work goes on after waiting',
  payload: z.object({
    requestId: Id,
    because: z.enum(['requester-answered', 'vendor-answered', 'staff']),
  }),
});
