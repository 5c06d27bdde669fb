import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Language } from '../tenant.ts';

export const StaffChangedV1 = defineEvent({
  type: 'staff.changed.v1',
  source: 'gateway',
  says: 'A member of staff was added or changed',
  payload: z.object({
    staffId: z.string(),
    name: z.string(),
    roles: z.array(z.enum(['operator', 'moderator', 'agent', 'manager', 'administrator'])),
    /** Subjects the agent answers: skill ids of the regulation. */
    skills: z.array(z.string()),
    languages: z.array(Language),
    active: z.boolean(),
  }),
});
