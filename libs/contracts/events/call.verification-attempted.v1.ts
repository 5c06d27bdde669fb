import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/** Neither the number nor an answer nor whose profile it was: only that somebody was asked, and what came of it. */
export const CallVerificationAttemptedV1 = defineEvent({
  type: 'call.verification-attempted.v1',
  source: 'intake',
  says: 'An operator asked a caller who they are, and was told whether it is so',
  payload: z.object({
    callId: Id,
    /** The operator. */
    by: z.string(),
    clause: z.string(),
    /** Which attempt of this call; a refused one while the number is locked does not count. */
    attempt: z.number().int().min(0),
    outcome: z.enum(['verified', 'not-verified', 'locked']),
  }),
});
