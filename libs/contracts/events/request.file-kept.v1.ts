import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/** The bytes stay with intake, and so does the file's name, which may say whom it is about. */
export const RequestFileKeptV1 = defineEvent({
  type: 'request.file-kept.v1',
  source: 'intake',
  says: 'Staff brought a file that one message to the requester may carry',
  payload: z.object({
    requestId: Id,
    fileId: Id,
    type: z.string(),
    bytes: z.int().min(1),
    /** Of the file's bytes, in hexadecimal. */
    sha256: z.string().length(64),
    by: Actor,
  }),
});
