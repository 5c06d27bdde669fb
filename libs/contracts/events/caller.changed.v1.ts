import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const CallerChangedV1 = defineEvent({
  type: 'caller.changed.v1',
  source: 'intake',
  says: 'A profile of a caller was registered, given a new secret, or removed',
  payload: z.object({ callerId: Id, change: z.enum(['registered', 'secret-replaced', 'removed']), by: z.string() }),
});
