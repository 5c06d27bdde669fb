import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/** Routing answers with the trail, which it alone keeps. */
export const RequestDisclosureDemandedV1 = defineEvent({
  type: 'request.disclosure-demanded.v1',
  source: 'intake',
  says: 'Somebody whom the regulation names demanded the recordings and the correspondence of a request',
  payload: z.object({
    requestId: Id,
    disclosureId: Id,
    clause: z.string(),
    /** Personal data in it are masked. */
    reason: z.string(),
    by: Actor,
  }),
});
