import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const WorkAssignedV1 = defineEvent({
  type: 'work.assigned.v1',
  source: 'routing',
  says: 'A request was given to an agent',
  payload: z.object({
    requestId: Id,
    agent: Actor,
    by: Actor,
    /** Why this agent: chosen by the moderator, taken by oneself, or proposed by the rule and accepted. */
    reason: z.object({
      kind: z.enum(['chosen', 'taken', 'proposed']),
      sentence: z.string(),
      clause: z.string().nullable(),
    }),
    previousAgentId: z.string().nullable(),
  }),
});
