import { z } from 'zod';
import { reference } from './shape-parts.ts';

/** `chat`: the clauses by which the Internet chat is held: the channel itself, its instructions beforehand, its hours. */
export const chat = z.strictObject({
  clause: reference,
  instructions: reference.optional(),
  hours: reference.optional(),
});
