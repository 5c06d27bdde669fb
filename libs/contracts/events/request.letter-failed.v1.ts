import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const RequestLetterFailedV1 = defineEvent({
  type: 'request.letter-failed.v1',
  source: 'intake',
  says: 'A letter could not be delivered and will not be tried again',
  payload: z.object({
    requestId: Id,
    letterId: Id,
    letter: z.string(),
    reason: z.string(),
  }),
});
