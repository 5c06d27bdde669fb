import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

export const WorkRemoteSessionRecordedV1 = defineEvent({
  type: 'work.remote-session-recorded.v1',
  source: 'routing',
  says: 'A session of remote administration was recorded on the request',
  payload: z.object({
    requestId: Id,
    sessionId: Id,
    by: Actor,
    /** A tool id of the regulation. */
    tool: z.string(),
    startedAt: IsoInstant,
    endedAt: IsoInstant,
    /** How consent was given: an id of the regulation. Who gave it stays in routing. */
    consentHow: z.string(),
    note: z.string().nullable(),
  }),
});
