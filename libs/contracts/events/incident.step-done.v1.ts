import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const IncidentStepDoneV1 = defineEvent({
  type: 'incident.step-done.v1',
  source: 'routing',
  says: 'A step of an incident was done: the call ended, the correspondence stopped, an addressee informed',
  payload: z.object({
    incidentId: Id,
    requestId: Id.nullable(),
    /** The request's registration number. */
    number: z.string().nullable(),
    procedure: z.string(),
    clause: z.string(),
    step: z.int(),
    do: z.enum(['end-call', 'stop-correspondence', 'inform', 'disclose']),
    to: z.string().nullable(),
    how: z.enum(['letter', 'phone', 'in-person']).nullable(),
    ground: z.string().max(2000).nullable(),
    by: Actor,
    openedAt: IsoInstant,
    /** What happened, as staff wrote it down, personal data masked. */
    note: z.string().max(2000),
  }),
});
