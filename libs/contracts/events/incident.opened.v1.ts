import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const IncidentOpenedV1 = defineEvent({
  type: 'incident.opened.v1',
  source: 'routing',
  says: 'A breach of conduct was recorded; its steps begin',
  payload: z.object({
    incidentId: Id,
    requestId: Id.nullable(),
    procedure: z.string(),
    clause: z.string(),
    by: Actor,
  }),
});
