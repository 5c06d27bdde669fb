import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const ClockStoppedV1 = defineEvent({
  type: 'clock.stopped.v1',
  source: 'sla',
  says: 'What the clock waited for has happened, or can no longer happen',
  payload: z.object({
    requestId: Id,
    clockId: z.string(),
    rule: z.string(),
    clause: z.string(),
    verdict: z.enum(['kept', 'broken', 'cancelled']),
    dueAt: IsoInstant.nullable(),
    stoppedAt: IsoInstant,
    /** Time counted by the clock’s own calendar, pauses taken out. */
    countedMs: z.int().min(0),
    elapsedMs: z.int().min(0),
  }),
});
