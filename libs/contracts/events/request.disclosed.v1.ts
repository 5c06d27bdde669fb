import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

/** Said before the first byte leaves, each time the package is taken. */
export const RequestDisclosedV1 = defineEvent({
  type: 'request.disclosed.v1',
  source: 'intake',
  says: 'The recordings and the correspondence of a request were handed over as a package',
  payload: z.object({
    requestId: Id,
    disclosureId: Id,
    clause: z.string(),
    /** The edition in force when the package was demanded. */
    edition: z.string(),
    /** Why it was demanded; personal data in it are masked. */
    reason: z.string(),
    by: Actor,
    /** Entries of the package without its manifest, and the bytes of the whole. */
    entries: z.int().min(1),
    bytes: z.int().min(1),
    /** Of the manifest, which has the checksum of every entry; in hexadecimal. */
    manifestSha256: z.string().length(64),
  }),
});
