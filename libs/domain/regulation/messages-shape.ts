import { z } from 'zod';
import { line, listOf, reference } from './shape-parts.ts';
import type { MessageRules } from './types.ts';

const rule = z.strictObject({ clause: reference }).optional();

/** `messages`: what is looked for in messages, each by its clause. */
export const messages = z.strictObject({
  /** Obscene and insulting words of staff: not sent. */
  insults: rule,
  /** Staff asking for passwords and codes: not sent. */
  credentials: rule,
  /** Passwords and codes that requesters write: masked before anything is stored. */
  secrets: rule,
  /** Other people's personal data in words to a requester: not sent. `known`: telephones and addresses that are no person's. */
  personalData: z.strictObject({ clause: reference, known: listOf(line).optional() }).optional(),
});

/** Absent rules look for nothing. */
export const compileMessages = (entry: z.output<typeof messages> | undefined): MessageRules => ({
  insults: entry?.insults ?? null,
  credentials: entry?.credentials ?? null,
  secrets: entry?.secrets ?? null,
  personalData: entry?.personalData
    ? { clause: entry.personalData.clause, known: entry.personalData.known ?? [] }
    : null,
});
