import { Injectable } from '@nestjs/common';
import type { EventOf, IncidentStepDoneV1 } from '@reglament/contracts';
import { composeIncidentLetter } from '@reglament/domain/conduct';
import type { Instant } from '@reglament/domain/time';
import { newId } from '@reglament/platform/ids';
import type { Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { incidentLetter, LetterEntity } from '../store/entities.ts';
import { requestById } from '../store/requests.ts';

/** Writes to management and the like when a step of an incident informs them; in the inbox's transaction, so once. */
@Injectable()
export class InformAddressee {
  constructor(private readonly book: RegulationBook) {}

  async handle(tx: Tx, event: EventOf<typeof IncidentStepDoneV1>): Promise<void> {
    const { payload } = event;
    if (payload.to === null || payload.how !== 'letter') return;
    // A breach about a request is met as the request's own edition says; any other as the one in force does.
    const request = payload.requestId === null ? null : await requestById(tx, payload.requestId);
    const regulation = request ? this.book.of(event.tenant, request.edition) : this.book.get(event.tenant);
    if (regulation === undefined) return;
    const letter = composeIncidentLetter(regulation, {
      ...payload,
      to: payload.to,
      by: payload.by.name,
      openedAt: Date.parse(payload.openedAt) as Instant,
    });
    if (letter === null) return;
    const at = Date.parse(event.occurredAt) as Instant;
    // A call without a request has none to belong to: its letter goes under the incident.
    const requestId = payload.requestId ?? payload.incidentId;
    tx.em.create(
      LetterEntity,
      {
        ...letter,
        letterId: newId(),
        tenant: event.tenant,
        requestId,
        kind: incidentLetter,
        createdAt: at,
        status: 'pending',
        attempts: 0,
        nextAttemptAt: at,
      },
      { persist: true },
    );
  }
}
