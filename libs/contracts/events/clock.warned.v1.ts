import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const ClockWarnedV1 = defineEvent({
  type: 'clock.warned.v1',
  source: 'sla',
  says: 'A clock has come to its warning point',
  payload: z.object({
    requestId: Id,
    clockId: z.string(),
    rule: z.string(),
    clause: z.string(),
    dueAt: IsoInstant,
  }),
});
