import { z } from 'zod';
import { id, line, reference, text, yesNo } from './shape-parts.ts';

/**
 * What a client is sent after services have ended (initiative 3.1): documents with the prefix of their numbers, those that fall away
 * under a contract in force, and the ways in which they may be delivered.
 */
export const documents = z.strictObject({
  clause: reference,
  contract: text,
  kinds: z.record(
    z.enum(['report', 'act', 'invoice']),
    z.strictObject({ name: text, prefix: line, unlessContract: yesNo.optional() }),
  ),
  deliveries: z.record(id, text),
  /** Where a client pays to: printed on the invoice line by line. */
  requisites: text.optional(),
});
