import { Injectable } from '@nestjs/common';
import { maskSecrets } from '@reglament/domain/conduct';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { isClosed, type Status } from '@reglament/domain/request';
import { type Instant, notBefore } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, type Refusal, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { appendMarked } from '../store/append-requests.ts';
import { MessageEntity, type Request } from '../store/entities.ts';
import { attachFiles } from '../store/files.ts';
import { lockRequest } from '../store/requests.ts';
import { refusalOfFiles } from './files-at-hand.ts';
import { refusalOfBlocked } from './held-by-block.ts';
import { markRequester } from './mark-requester.ts';
import { refusalOf } from './refusals.ts';
import { type Access, openRequest } from './request-access.ts';
import { ShowStatus, type StatusPage } from './show-status.ts';
import { withdraw } from './withdraw.ts';

type Asked = Access & { readonly tenant: string; readonly language: Language };

/** The edition that the request was filed under, and the one in force. */
interface Rules {
  readonly regulation: Regulation;
  readonly inForce: Regulation;
}

/** What a requester may do with their own open request: write again, or withdraw it (kz-portal 30-3). */
@Injectable()
export class ConverseWithRequester {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
    private readonly status: ShowStatus,
  ) {}

  write(asked: Asked & { text: string; attachments: readonly string[] }): Promise<Outcome<StatusPage>> {
    return this.withOpenRequest(asked, async (tx, request, at, { regulation, inForce }) => {
      const { attachments: fileIds, language } = asked;
      // Ignored, and told so (kz-portal 30-19): nothing is kept that nobody would read. Withdrawing stays everybody's right.
      const person = { email: request.requesterEmail ?? null, phone: request.requesterPhone ?? null, language };
      const blocked = await refusalOfBlocked(tx, inForce, person, at);
      if (blocked !== null) return blocked;
      const refusal = await refusalOfFiles(tx, regulation, { fileIds, at, language });
      if (refusal !== null) return refusal;
      const messageId = newId();
      const masked = regulation.messages.secrets !== null;
      const text = masked ? maskSecrets(asked.text) : asked.text;
      const { requestId, requesterName } = request;
      const message = { messageId, tenant: asked.tenant, requestId, author: 'requester', authorName: requesterName };
      tx.em.create(MessageEntity, { ...message, text, at }, { persist: true });
      tx.append('request.message-received.v1', {
        subjectId: request.requestId,
        occurredAt: at,
        payload: { requestId, messageId, channel: 'chatId' in asked ? 'chat' : 'web' },
      });
      await attachFiles(tx, asked.tenant, [{ requestId, messageId, fileIds }]);
      const marked = markRequester(regulation, null, [asked.text]);
      if (marked) appendMarked(tx, requestId, at, marked);
      return null;
    });
  }

  withdraw(asked: Asked & { reason: string | null }): Promise<Outcome<StatusPage>> {
    return this.withOpenRequest(asked, async (tx, request, at) => {
      withdraw(tx, request, asked.reason, at);
      return null;
    });
  }

  private withOpenRequest(
    asked: Asked,
    /** @returns why it may not be; null when it was done */
    act: (tx: Tx, request: Request, at: Instant, rules: Rules) => Promise<Refusal | null>,
  ): Promise<Outcome<StatusPage>> {
    const regulation = this.book.get(asked.tenant);
    if (!regulation) return Promise.resolve(refuse(refusalOf('unknown-hotline', asked.language)));
    return this.database.tenant(asked.tenant, async (tx) => {
      const found = await openRequest(tx, regulation, asked);
      const request = found && (await lockRequest(tx, found.requestId));
      if (!request) return refuse(refusalOf('unknown-request', asked.language));
      if (isClosed(request.status as Status)) return refuse(refusalOf('request-closed', asked.language));
      const rules = { regulation: this.book.of(asked.tenant, request.edition) ?? regulation, inForce: regulation };
      const refusal = await act(tx, request, notBefore(this.clock.now(), request.statusAt), rules);
      if (refusal !== null) return refuse(refusal);
      await tx.em.flush();
      return accept(await this.status.page(tx, request, asked.language));
    });
  }
}
