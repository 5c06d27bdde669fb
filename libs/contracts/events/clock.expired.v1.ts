import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const ClockExpiredV1 = defineEvent({
  type: 'clock.expired.v1',
  source: 'sla',
  says: 'A promise was broken: the time is up',
  payload: z.object({
    requestId: Id,
    clockId: z.string(),
    rule: z.string(),
    clause: z.string(),
    dueAt: IsoInstant,
    /** True when it was announced later than its time, after a stop of the service. */
    late: z.boolean(),
  }),
});
