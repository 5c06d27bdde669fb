import { z } from 'zod';
import { Actor } from '../actor.ts';
import { Attachments } from '../attachments.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkResolvedV1 = defineEvent({
  type: 'work.resolved.v1',
  source: 'routing',
  says: 'The request was resolved',
  payload: z.object({
    requestId: Id,
    by: Actor,
    messageId: Id.nullable(),
    text: z.string().max(20000).nullable(),
    attachments: Attachments,
  }),
});
