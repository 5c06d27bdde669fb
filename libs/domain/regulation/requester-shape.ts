import { z } from 'zod';
import { number, reference } from './shape-parts.ts';

/** `requesters`: what requesters see and do beside filing. */
export const requesters = z.strictObject({
  /** The own place among those who wait, and an estimate from the pace of the last answers. */
  place: z.strictObject({ clause: reference, pace: number.optional(), atLeast: number.optional() }).optional(),
});
