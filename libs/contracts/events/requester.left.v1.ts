import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/** The account by its id alone: requesters' contacts never leave intake. Each request withdrawn says so by itself. */
export const RequesterLeftV1 = defineEvent({
  type: 'requester.left.v1',
  source: 'intake',
  says: 'A requester withdrew their open requests and stopped using the service',
  payload: z.object({
    accountId: Id,
    clause: z.string(),
    /** The edition in force when they left. */
    edition: z.string(),
    withdrawn: z.array(Id),
  }),
});
