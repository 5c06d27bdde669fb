import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/** Neither the complainant nor the request nor the words: the support reads its own events. */
export const ComplaintFiledV1 = defineEvent({
  type: 'complaint.filed.v1',
  source: 'intake',
  says: 'Somebody complained about the support, to the addressee of the regulation',
  payload: z.object({ complaintId: Id, clause: z.string() }),
});
