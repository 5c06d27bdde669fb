import { Injectable } from '@nestjs/common';
import type { Language } from '@reglament/domain/regulation';
import { displayNumber, parseNumber } from '@reglament/domain/request';
import { isoOf, isoOrNull } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { callById } from '../store/calls.ts';
import type { Request } from '../store/entities.ts';
import { conversationOf, findRequests, lettersOf, requestById } from '../store/requests.ts';
import { heldBy } from './held-by-block.ts';
import { refusalOf } from './refusals.ts';

/** What staff see of a request as it was submitted: requester, words, conversation, letters. */
@Injectable()
export class ShowRequest {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  one(tenant: string, requestId: string, language: Language): Promise<Outcome<unknown>> {
    return this.database.tenant(tenant, async (tx) => {
      const request = await requestById(tx, requestId);
      if (!request) return refuse(refusalOf('unknown-request', language));
      const letters = await lettersOf(tx, requestId);
      return accept({
        ...common(request),
        requester: { name: request.requesterName, email: request.requesterEmail, phone: request.requesterPhone },
        entryPoint: request.entryPoint,
        clientCategory: request.clientCategory,
        product: request.product,
        language: request.language,
        fields: request.fields,
        text: request.text,
        edition: request.edition,
        acceptedRules: request.acceptedRules ?? null,
        block: await this.blockOf(tx, request),
        call: await callOf(tx, request.callId),
        conversation: await conversationOf(tx, request),
        letters: letters.map((l) => ({
          letterId: l.letterId,
          kind: l.kind,
          recipient: l.recipient,
          subject: l.subject,
          status: l.status,
          createdAt: isoOf(l.createdAt),
          sentAt: l.sentAt == null ? null : isoOf(l.sentAt),
        })),
      });
    });
  }

  private async blockOf(tx: Tx, request: Request) {
    const regulation = this.book.get(request.tenant);
    if (regulation === undefined) return null;
    const contact = { email: request.requesterEmail ?? null, phone: request.requesterPhone ?? null };
    const block = await heldBy(tx, regulation, contact, this.clock.now());
    if (block === null) return null;
    const { blockId, ground, groundClause, until, blockedByName } = block;
    return { blockId, ground, groundClause, until: isoOf(until), by: blockedByName };
  }

  async find(tenant: string, query: { number?: string | undefined; q?: string | undefined; limit: number }) {
    const number = query.number === undefined ? null : (parseNumber(query.number)?.number ?? query.number);
    const rows = await this.database.tenant(tenant, (tx) =>
      findRequests(tx, { number, words: query.q ?? null, limit: query.limit }),
    );
    return { items: rows.map((r) => ({ ...common(r), requesterName: r.requesterName, summary: r.summary })) };
  }
}

/** Whether the caller was a verified one; the answers and the profile stay unsaid. */
async function callOf(tx: Tx, callId: string | null | undefined) {
  const call = callId == null ? null : await callById(tx, callId);
  return call && { callId: call.callId, verifiedAt: isoOrNull(call.verifiedAt) };
}

function common(request: Request) {
  return {
    requestId: request.requestId,
    number: request.number,
    numberSpoken: displayNumber(request.number),
    channel: request.channel,
    category: request.category,
    status: request.status,
    submittedAt: isoOf(request.submittedAt),
    registeredBy: request.registeredBy,
  };
}
