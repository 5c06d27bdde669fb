import { z } from 'zod';
import { reference, text } from './shape-parts.ts';

/** `disclosure`: who may demand recordings and correspondence of a request, and under which role they sign in (kuty 1.3). */
export const disclosure = z.strictObject({
  clause: reference,
  to: z.strictObject({ name: text, role: z.enum(['manager', 'administrator']) }),
});
