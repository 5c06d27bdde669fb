import { z } from 'zod';
import { Actor } from '../actor.ts';
import { Attachments } from '../attachments.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkRepliedV1 = defineEvent({
  type: 'work.replied.v1',
  source: 'routing',
  says: 'An answer was written to the requester',
  payload: z.object({
    requestId: Id,
    messageId: Id,
    by: Actor,
    text: z.string().max(20000),
    /** The article of the help centre that was the answer (edoc 14). */
    articleId: Id.optional(),
    attachments: Attachments,
  }),
});
