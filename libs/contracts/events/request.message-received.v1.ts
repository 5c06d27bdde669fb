import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const RequestMessageReceivedV1 = defineEvent({
  type: 'request.message-received.v1',
  source: 'intake',
  says: 'The requester wrote again',
  payload: z.object({
    requestId: Id,
    messageId: Id,
    channel: z.enum(['web', 'phone', 'email', 'chat', 'api']),
  }),
});
