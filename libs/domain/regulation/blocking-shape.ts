import { z } from 'zod';
import { duration, id, listOf, reference, text } from './shape-parts.ts';

/** `blocking`: who breaks the rules may be blocked for a term of these, on a ground of these, and may appeal once. */
export const blocking = z.strictObject({
  clause: reference,
  grounds: z.record(id, z.strictObject({ name: text, clause: reference })),
  terms: listOf(duration),
  appeal: z.strictObject({ within: duration }),
});
