import { z } from 'zod';
import { email, reference, text } from './shape-parts.ts';

/** `complaints`: who hears complaints about the support, past the support itself. */
export const complaints = z.strictObject({
  clause: reference,
  to: z.strictObject({ name: text, email: email }),
});
