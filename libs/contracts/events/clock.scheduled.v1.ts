import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const ClockScheduledV1 = defineEvent({
  type: 'clock.scheduled.v1',
  source: 'sla',
  says: 'A clock started, paused, went on or was worked out anew',
  payload: z.object({
    requestId: Id,
    clockId: z.string(),
    /** The rule’s id in the regulation. */
    rule: z.string(),
    clause: z.string(),
    state: z.enum(['running', 'paused']),
    /** When the clock will expire; null while it is paused or where the rule sets no target. */
    dueAt: IsoInstant.nullable(),
    warnAt: IsoInstant.nullable(),
  }),
});
