import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const WorkDeadlineSetV1 = defineEvent({
  type: 'work.deadline-set.v1',
  source: 'routing',
  says: 'The responsible agent set or changed the completion deadline',
  payload: z.object({
    requestId: Id,
    by: Actor,
    dueAt: IsoInstant,
    /** The deadline in force before; null for the first. */
    previousDueAt: IsoInstant.nullable(),
    /** Why it was changed; a first deadline may go without. */
    note: z.string().nullable(),
    /** Whether the requester is written to. */
    told: z.boolean(),
  }),
});
