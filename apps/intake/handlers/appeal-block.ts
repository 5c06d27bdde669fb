import { Injectable } from '@nestjs/common';
import { appealState } from '@reglament/domain/blocking';
import { maskSecrets } from '@reglament/domain/conduct';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { PlatformClock } from '@reglament/platform/clock';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { keepAppeal, lockBlock } from '../store/blocks.ts';
import type { Contact } from '../store/erase.ts';
import { blockRefusal } from './block-refusals.ts';
import { heldBy, type OwnBlock, ownBlockOf } from './held-by-block.ts';
import { refusalOf } from './refusals.ts';
import { type Access, openRequest } from './request-access.ts';
import { RequesterAccount, type Visitor } from './requester-account.ts';

/** Appeals of those who are blocked, once a block: from the account, or by number and contact where somebody has no address (kz-portal 30-19). */
@Injectable()
export class AppealBlock {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
    private readonly account: RequesterAccount,
  ) {}

  fromAccount(visitor: Visitor, text: string): Promise<Outcome<OwnBlock>> {
    return this.account.signedIn(visitor, (tx, { regulation, account }) =>
      this.appeal(tx, regulation, { email: account.email, phone: null }, { text, language: visitor.language }),
    );
  }

  byNumber(asked: Access & { tenant: string; language: Language }, text: string): Promise<Outcome<OwnBlock>> {
    const { tenant, language } = asked;
    const regulation = this.book.get(tenant);
    if (!regulation) return Promise.resolve(refuse(refusalOf('unknown-hotline', language)));
    return this.database.tenant(tenant, async (tx) => {
      const request = await openRequest(tx, regulation, asked);
      if (request === null) return refuse(refusalOf('unknown-request', language));
      const contact = { email: request.requesterEmail ?? null, phone: request.requesterPhone ?? null };
      return this.appeal(tx, regulation, contact, { text, language });
    });
  }

  private async appeal(
    tx: Tx,
    regulation: Regulation,
    contact: Contact,
    { text, language }: { readonly text: string; readonly language: Language },
  ): Promise<Outcome<OwnBlock>> {
    const at = this.clock.now();
    const held = await heldBy(tx, regulation, contact, at);
    const block = held && (await lockBlock(tx, held.blockId));
    if (!block) return refuse(blockRefusal('not-blocked', language));
    const state = appealState(block, at);
    if (state === 'over') return refuse(blockRefusal('appeal-too-late', language));
    if (state !== 'open') return refuse(blockRefusal('appeal-made', language));
    const appeal = regulation.messages.secrets === null ? text : maskSecrets(text);
    const { blockId } = block;
    await keepAppeal(tx, blockId, appeal, at);
    tx.append('requester.block-appealed.v1', { subjectId: blockId, occurredAt: at, payload: { blockId } });
    return accept(ownBlockOf({ ...block, appeal, appealedAt: at }, at) as OwnBlock);
  }
}
