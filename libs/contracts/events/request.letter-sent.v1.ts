import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const RequestLetterSentV1 = defineEvent({
  type: 'request.letter-sent.v1',
  source: 'intake',
  says: 'A letter was handed to the mail server',
  payload: z.object({
    requestId: Id,
    letterId: Id,
    /** The kind of letter: an id from the regulation. */
    letter: z.string(),
  }),
});
