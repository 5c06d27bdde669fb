import type { Submission } from '@reglament/domain/admission';
import type { Channel } from '@reglament/domain/regulation';
import { isoOf } from '@reglament/domain/time';
import { accept, type Outcome } from '@reglament/platform/outcome';
import type { z } from 'zod';
import type { Accepted } from '../handlers/submit-request.ts';
import { statusPath } from '../handlers/write-letters.ts';
import type { AcceptedView, SubmitBody } from './schemas.ts';

/** From the wire to the core: absent and null are the same, the channel is settled. */
export function submissionOf(body: SubmitBody, channel: Channel): Submission {
  return {
    channel,
    entryPoint: body.entryPoint,
    category: body.category,
    clientCategory: body.clientCategory ?? null,
    product: body.product ?? null,
    language: body.language,
    requester: { name: body.requester.name, email: body.requester.email ?? null, phone: body.requester.phone ?? null },
    text: body.text,
    fields: body.fields,
    acceptedRules: body.acceptedRules ?? null,
    attachments: body.attachments,
  };
}

/** From the core to the wire: instants as ISO 8601, and where to follow the request. */
export function acceptedView(outcome: Outcome<Accepted>, tenant: string): Outcome<z.infer<typeof AcceptedView>> {
  if (!outcome.ok) return outcome;
  const { requestId, number, numberSpoken, numberWords, acceptedAt, promises } = outcome.value;
  return accept({
    requestId,
    number,
    numberSpoken,
    numberWords,
    acceptedAt,
    promises: promises.map((p) => ({ ...p, dueAt: isoOf(p.dueAt) })),
    statusUrl: statusPath(tenant, number),
  });
}
