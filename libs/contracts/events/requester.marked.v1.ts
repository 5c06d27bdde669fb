import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/**
 * By which an answer is checked for other people's data. A fingerprint is 16 bits under a salt of this event: some fifteen thousand
 * telephone numbers have the same one, so that none can be found from it, and a stranger's passes for the requester's once in some
 * ten thousand times.
 */
export const RequesterMarkedV1 = defineEvent({
  type: 'requester.marked.v1',
  source: 'intake',
  says: 'Fingerprints of the personal data that a requester told of themselves: what an answer may say back',
  payload: z.object({
    requestId: Id,
    salt: z.string().min(16).max(64),
    marks: z.array(z.string().regex(/^[0-9a-f]{4}$/)).max(200),
  }),
});
