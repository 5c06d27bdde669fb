import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const RequesterBlockAppealedV1 = defineEvent({
  type: 'requester.block-appealed.v1',
  source: 'intake',
  says: 'A blocked requester appealed the block',
  payload: z.object({ blockId: Id }),
});
