import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant } from '../tenant.ts';

/** The trail of a request as it stood when a package was demanded; a long one comes in several parts. */
export const WorkTrailToldV1 = defineEvent({
  type: 'work.trail-told.v1',
  source: 'routing',
  says: 'The trail of a request was told for a package of its recordings and correspondence',
  payload: z.object({
    requestId: Id,
    disclosureId: Id,
    /** Counts from 1 to `parts`. */
    part: z.int().min(1),
    parts: z.int().min(1),
    trail: z.array(
      z.object({
        at: IsoInstant,
        verb: z.string(),
        by: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
        detail: z.record(z.string(), z.json()),
      }),
    ),
  }),
});
