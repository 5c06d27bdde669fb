import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkDiagnosedV1 = defineEvent({
  type: 'work.diagnosed.v1',
  source: 'routing',
  says: 'A step of the diagnosis was recorded',
  payload: z.object({
    requestId: Id,
    by: Actor,
    /** A step id of the regulation. */
    step: z.string(),
    choice: z.string().nullable(),
    text: z.string().nullable(),
  }),
});
