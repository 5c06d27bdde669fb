import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const RequestWithdrawnV1 = defineEvent({
  type: 'request.withdrawn.v1',
  source: 'intake',
  says: 'The requester withdrew the request',
  payload: z.object({
    requestId: Id,
    reason: z.string().nullable(),
  }),
});
