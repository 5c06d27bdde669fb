import { z } from 'zod';
import { duration, email, id, listOf, reference, text, yesNo } from './shape-parts.ts';

/** `conduct`: what staff do when somebody is abused, threatened, or an offence comes to light, step by step. */
export const conduct = z.strictObject({
  addressees: z.record(id, z.strictObject({ name: text, email: email.optional() })),
  procedures: z.record(
    id,
    z.strictObject({
      clause: reference,
      name: text,
      by: listOf(z.enum(['caller', 'writer'])),
      steps: z.array(
        z.strictObject({
          do: z.enum(['end-call', 'stop-correspondence', 'inform', 'disclose']),
          duty: z.enum(['must', 'may']),
          to: id.optional(),
          within: duration.optional(),
          reason: id.optional(),
          ground: yesNo.optional(),
        }),
      ),
    }),
  ),
});
