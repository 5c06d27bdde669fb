import { Injectable } from '@nestjs/common';
import { promises } from '@reglament/domain/admission';
import type { Language } from '@reglament/domain/regulation';
import { displayNumber, isClosed, type Status } from '@reglament/domain/request';
import { isoOf } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import type { Request } from '../store/entities.ts';
import { conversationOf, type Turn } from '../store/requests.ts';
import { heldBy, type OwnBlock, ownBlockOf } from './held-by-block.ts';
import { refusalOf } from './refusals.ts';
import { type Access, openRequest } from './request-access.ts';
import { type PlaceView, showPlace } from './show-place.ts';

export interface StatusPage {
  readonly number: string;
  readonly numberSpoken: string;
  readonly status: string;
  readonly statusAt: string;
  readonly category: string;
  readonly submittedAt: string;
  readonly promises: readonly { rule: string; clause: string; name: string; dueAt: string; sentence: string }[];
  /** Null where the regulation shows no place, or the request no longer waits. */
  readonly place: PlaceView | null;
  readonly conversation: readonly Turn[];
  /** The block the requester is under: they may read and withdraw, not write (kz-portal 30-19). */
  readonly block: OwnBlock | null;
  readonly canReply: boolean;
  readonly canWithdraw: boolean;
}

/** Shows a requester how their request stands. */
@Injectable()
export class ShowStatus {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  async handle(query: Access & { tenant: string; language: Language }): Promise<Outcome<StatusPage>> {
    const regulation = this.book.get(query.tenant);
    if (!regulation) return refuse(refusalOf('unknown-hotline', query.language));
    return this.database.tenant(query.tenant, async (tx) => {
      const request = await openRequest(tx, regulation, query);
      if (!request) return refuse(refusalOf('unknown-request', query.language));
      return accept(await this.page(tx, request, query.language));
    });
  }

  /** The page of a request already opened in this transaction. */
  async page(tx: Tx, request: Request, language: Language): Promise<StatusPage> {
    const open = !isClosed(request.status as Status);
    const rules = this.book.rulesFor(request.tenant, request.edition);
    const category = rules.regulation.categories.get(request.category);
    const traits = {
      kind: category?.kind ?? '',
      category: request.category,
      channel: request.channel,
      clientCategory: request.clientCategory ?? null,
    };
    const at = this.clock.now();
    const contact = { email: request.requesterEmail ?? null, phone: request.requesterPhone ?? null };
    const held = await heldBy(tx, this.book.get(request.tenant) ?? rules.regulation, contact, at);
    const told = promises(rules.regulation, rules.calendar, traits, request.submittedAt, language);
    return {
      number: request.number,
      numberSpoken: displayNumber(request.number),
      status: request.status,
      statusAt: isoOf(request.statusAt),
      category: request.category,
      submittedAt: isoOf(request.submittedAt),
      promises: told.map((p) => ({ ...p, dueAt: isoOf(p.dueAt) })),
      place: await showPlace(tx, rules.regulation, rules.calendar, request, at),
      conversation: await conversationOf(tx, request),
      block: ownBlockOf(held, at),
      canReply: open && held === null,
      canWithdraw: open,
    };
  }
}
