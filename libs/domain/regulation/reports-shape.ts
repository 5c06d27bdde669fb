import { z } from 'zod';
import { email, listOf, reference, yesNo } from './shape-parts.ts';

/** Who gets the reports on the hotline's work, and which (ovk 3.1, 3.2): the monthly one unless told, the others where told. */
export const reports = z.strictObject({
  clause: reference.optional(),
  to: listOf(email),
  monthly: yesNo.optional(),
  weekly: yesNo.optional(),
  daily: yesNo.optional(),
});
