import { z } from 'zod';
import { number, reference, text } from './shape-parts.ts';

/** `requesters`: what requesters see and do beside filing. */
export const requesters = z.strictObject({
  /** The own place among those who wait, and an estimate from the pace of the last answers. */
  place: z.strictObject({ clause: reference, pace: number.optional(), atLeast: number.optional() }).optional(),
  /** The rules of conduct must be accepted, in the edition in force, by everybody who files without an operator. */
  acceptance: z.strictObject({ clause: reference }).optional(),
  /** Requesters sign in by a code sent to the address they filed with, see their requests and a feed, and may leave. */
  accounts: z
    .strictObject({ clause: reference, leaving: z.strictObject({ clause: reference, kept: text }).optional() })
    .optional(),
});
