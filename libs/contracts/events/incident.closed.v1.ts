import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const IncidentClosedV1 = defineEvent({
  type: 'incident.closed.v1',
  source: 'routing',
  says: 'Everything that must be done about an incident is done',
  payload: z.object({ incidentId: Id, requestId: Id.nullable(), by: Actor }),
});
