import { z } from 'zod';
import { duration, id, listOf, reference, text } from './shape-parts.ts';

// The shapes of the procedures of work: each section is there where the tenant's paper has such a procedure.

/** A wrong number: another one is asked for, in these words (ovk 2.9). */
export const wrongNumber = z.strictObject({ clause: reference, ask: text });

/** Sessions of remote administration: for which kinds, by which tools, and how consent may be given (ovk 2.8). */
export const remoteSessions = z.strictObject({
  clause: reference,
  kinds: listOf(id).optional(),
  tools: z.record(id, text),
  consents: z.record(id, text),
});

/** The steps of a diagnosis, and which kinds of requests need which of them before they are resolved (edoc 13). */
export const diagnosis = z.strictObject({
  clause: reference,
  steps: z.record(id, z.strictObject({ name: text, choices: z.record(id, text).optional() })),
  requires: z.record(id, listOf(id)),
});

/** Third parties who help with one request: for how long an invitation is good (edoc 17). */
export const guests = z.strictObject({ clause: reference, validFor: duration });
