import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const ComplaintAnsweredV1 = defineEvent({
  type: 'complaint.answered.v1',
  source: 'intake',
  says: 'A complaint was answered to the one who complained',
  payload: z.object({ complaintId: Id, by: z.string() }),
});
