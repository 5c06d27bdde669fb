import { z } from 'zod';
import { Actor } from '../actor.ts';
import { Attachments } from '../attachments.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkInformationRequestedV1 = defineEvent({
  type: 'work.information-requested.v1',
  source: 'routing',
  says: 'More information was asked of the requester; work waits',
  payload: z.object({
    requestId: Id,
    messageId: Id,
    by: Actor,
    text: z.string().max(20000),
    attachments: Attachments,
  }),
});
