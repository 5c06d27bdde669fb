import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

/** The sound stays with intake, and so does the file's name, which may say who called. */
export const RequestRecordingKeptV1 = defineEvent({
  type: 'request.recording-kept.v1',
  source: 'intake',
  says: 'The audio recording of a call was kept with its request',
  payload: z.object({
    requestId: Id,
    recordingId: Id,
    callId: Id,
    /** Incoming: the call in which the request was filed. Outgoing: a call to the requester. */
    direction: z.enum(['incoming', 'outgoing']),
    calledAt: IsoInstant,
    type: z.string(),
    bytes: z.int().min(1),
    lengthMs: z.int().min(0),
    /** Of the recording's bytes, in hexadecimal. */
    sha256: z.string().length(64),
    /** A member of staff, or a telephone exchange with an API key. */
    by: Actor,
  }),
});
