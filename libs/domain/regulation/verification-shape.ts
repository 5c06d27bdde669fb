import { z } from 'zod';
import { duration, id, listOf, number, reference, text } from './shape-parts.ts';

/** `verification`: how a caller proves who is calling, and which subjects nobody else is advised on by telephone (kuty 2.2). */
export const verification = z.strictObject({
  clause: reference,
  asks: z.record(id, text),
  /** Which of the answers is a secret: kept so that nobody can read it. */
  secret: id,
  maxAttempts: number,
  /** For how long a number waits after the last of its attempts, by the wall clock. */
  lockout: duration,
  covers: listOf(id),
  /** What a caller who is not verified is told instead. */
  otherwise: text,
});
