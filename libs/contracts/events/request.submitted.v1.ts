import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id, IsoInstant, Language } from '../tenant.ts';

export const RequestSubmittedV1 = defineEvent({
  type: 'request.submitted.v1',
  source: 'intake',
  says: 'A request was accepted and has its registration number',
  payload: z.object({
    requestId: Id,
    /** Registration number without separators, unique per tenant. */
    number: z.string(),
    channel: z.enum(['web', 'phone', 'email', 'chat', 'api']),
    /** Which form, line or mailbox it came through; an id from the regulation. */
    entryPoint: z.string(),
    /** A category id of the regulation. */
    category: z.string(),
    /** A client-category id of the regulation, where service levels differ by client. */
    clientCategory: z.string().nullable(),
    product: z.string().nullable(),
    language: Language,
    urgent: z.boolean(),
    /** The edition of the regulation that the request stays under. */
    edition: z.string(),
    /** When the person pressed "send"; the 3-minute placement counts from here. */
    submittedAt: IsoInstant,
    /** The first words of the question, personal data masked. */
    summary: z.string().max(200),
    /** The question with personal data masked: for question groups. */
    question: z.string().max(8000),
    /** Whether a telephone number or e-mail is known; the values stay in intake. */
    reachableBy: z.array(z.enum(['phone', 'email'])),
    /** The staff member who formalised a call; null when the requester filed it. */
    registeredBy: z.string().nullable(),
  }),
});
