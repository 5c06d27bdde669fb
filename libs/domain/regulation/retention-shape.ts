import { z } from 'zod';
import { number, reference } from './shape-parts.ts';

/** `retention`: how long personal data are kept after a request is closed, in days. What was counted is kept for ever. */
export const retention = z.strictObject({ clause: reference.optional(), days: number });

export interface RetentionRule {
  readonly clause: string | null;
  /** Days of 24 hours since the request was closed. */
  readonly days: number;
}
