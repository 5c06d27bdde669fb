import { Injectable } from '@nestjs/common';
import type { Actor } from '@reglament/contracts';
import { type AppealAnswer, appealState, blockState, daysLater, mayAnswer } from '@reglament/domain/blocking';
import { decideMessage } from '@reglament/domain/conduct';
import type { BlockingRule, Language, Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx, timestamp } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { ownerOf } from '../store/accounts.ts';
import {
  type BlockRow,
  insertBlock,
  keepAnswer,
  keepLifting,
  listBlocks,
  lockBlock,
  lockBlocking,
} from '../store/blocks.ts';
import type { Request } from '../store/entities.ts';
import { lockRequest } from '../store/requests.ts';
import { blockRefusal } from './block-refusals.ts';
import { blockView, listedView } from './block-view.ts';
import { heldBy } from './held-by-block.ts';
import { refusalOf } from './refusals.ts';
import { TellOfBlock } from './tell-of-block.ts';

/** For what and for how many days, and why in the staff's own words. */
export interface Blocking {
  readonly ground: string;
  readonly days: number;
  readonly reason: string;
}

/** What staff do about requesters who break the rules: block them for a term, take that back, answer their appeal (kz-portal 30-19). */
@Injectable()
export class BlockRequester {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
    private readonly telling: TellOfBlock,
  ) {}

  /** Blocks whoever filed this request, by the contacts they gave. */
  block(caller: Principal, requestId: string, given: Blocking, language: Language): Promise<Outcome<object>> {
    return this.act(caller, given.reason, language, async (tx, regulation, rule) => {
      const ground = rule.grounds.find(({ id }) => id === given.ground);
      if (ground === undefined) return refuse(blockRefusal('unknown-ground', language));
      if (!rule.terms.includes(given.days)) return refuse(blockRefusal('unknown-term', language));
      await lockBlocking(tx);
      const request = await lockRequest(tx, requestId);
      if (request === null) return refuse(refusalOf('unknown-request', language));
      const at = this.clock.now();
      const contact = contactOf(request);
      if (contact === null) return refuse(blockRefusal('nobody-to-block', language));
      if ((await heldBy(tx, regulation, contact, at)) !== null)
        return refuse(blockRefusal('already-blocked', language));
      const { timeZone } = regulation.calendar;
      const block: BlockRow = {
        ...{ blockId: newId(), requestId, ...contact, language: request.language as Language },
        ...{ edition: regulation.edition.id, clause: rule.clause, ground: ground.id, groundClause: ground.clause },
        ...{ days: given.days, reason: given.reason, until: daysLater(at, given.days, timeZone) },
        ...{ blockedAt: at, blockedBy: caller.subject, blockedByName: caller.name },
        appealUntil: daysLater(at, Math.min(rule.appealDays, given.days), timeZone),
        ...{ appeal: null, appealedAt: null, answer: null, answerText: null, answeredAt: null, answeredByName: null },
        ...{ liftReason: null, liftedAt: null, liftedByName: null },
      };
      await insertBlock(tx, block);
      await this.telling.tell(tx, regulation, block, { about: 'blocked', text: given.reason, at });
      const { blockId, groundClause, clause, edition, until } = block;
      tx.append('requester.blocked.v1', {
        subjectId: blockId,
        occurredAt: at,
        payload: {
          ...{ blockId, requestId, ground: ground.id, groundClause, clause, edition },
          ...{ until: timestamp(until), by: actorOf(caller) },
        },
      });
      return accept(blockView(block, caller, at));
    });
  }

  list(caller: Principal): Promise<{ items: object[] }> {
    return this.database.tenant(caller.tenant, async (tx) => {
      const at = this.clock.now();
      return { items: (await listBlocks(tx, at)).map((row) => listedView(row, caller, at)) };
    });
  }

  /** Takes a block back before its end. */
  lift(caller: Principal, blockId: string, text: string, language: Language): Promise<Outcome<object>> {
    return this.act(caller, text, language, async (tx, regulation) => {
      const block = await lockBlock(tx, blockId);
      const at = this.clock.now();
      if (block === undefined) return refuse(blockRefusal('unknown-block', language));
      if (blockState(block, at) !== 'in-force') return refuse(blockRefusal('block-ended', language));
      return accept(await this.liftNow(tx, regulation, block, { caller, text, at, upon: 'decision' }));
    });
  }

  /** Answers an appeal: the block is lifted, or it stays; then somebody else answers than who blocked. */
  answer(
    caller: Principal,
    blockId: string,
    given: { readonly answer: AppealAnswer; readonly text: string },
    language: Language,
  ): Promise<Outcome<object>> {
    return this.act(caller, given.text, language, async (tx, regulation) => {
      const block = await lockBlock(tx, blockId);
      const at = this.clock.now();
      if (block === undefined) return refuse(blockRefusal('unknown-block', language));
      if (appealState(block, at) !== 'waiting') return refuse(blockRefusal('no-appeal', language));
      const { answer, text } = given;
      if (!mayAnswer(block, answer, caller.subject)) return refuse(blockRefusal('own-block', language));
      await keepAnswer(tx, blockId, answer, { by: caller.name, at, text });
      const answered = { ...block, answer, answerText: text, answeredAt: at, answeredByName: caller.name };
      tx.append('requester.appeal-answered.v1', {
        subjectId: blockId,
        occurredAt: at,
        payload: { blockId, answer, by: actorOf(caller) },
      });
      if (answer === 'lift')
        return accept(await this.liftNow(tx, regulation, answered, { caller, text, at, upon: 'appeal' }));
      await this.telling.tell(tx, regulation, answered, { about: 'upheld', text, at });
      return accept(blockView(answered, caller, at));
    });
  }

  private async liftNow(
    tx: Tx,
    regulation: Regulation,
    block: BlockRow,
    done: {
      readonly caller: Principal;
      readonly text: string;
      readonly at: Instant;
      readonly upon: 'decision' | 'appeal';
    },
  ) {
    const { caller, text, at, upon } = done;
    const { blockId } = block;
    await keepLifting(tx, blockId, { by: caller.name, at, text });
    await this.telling.tell(tx, regulation, block, {
      about: upon === 'appeal' ? 'lifted-on-appeal' : 'lifted',
      text,
      at,
    });
    const payload = { blockId, upon, by: actorOf(caller) };
    tx.append('requester.unblocked.v1', { subjectId: blockId, occurredAt: at, payload });
    return blockView({ ...block, liftedAt: at, liftReason: text, liftedByName: caller.name }, caller, at);
  }

  /** With the rule in force, in a transaction of the tenant, where the regulation blocks people and lets staff say these words. */
  private act<T>(
    { tenant }: Principal,
    words: string,
    language: Language,
    work: (tx: Tx, regulation: Regulation, rule: BlockingRule) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const regulation = this.book.get(tenant);
    const rule = regulation?.blocking;
    if (regulation === undefined || rule == null) return Promise.resolve(refuse(blockRefusal('no-blocking', language)));
    const said = decideMessage(regulation, words);
    if (said.ok) return this.database.tenant(tenant, (tx) => work(tx, regulation, rule));
    const { code, sentence, clause, data } = said.refused;
    const stopped = { code, status: 422 as const, detail: sentence[language], data };
    return Promise.resolve(refuse(clause === null ? stopped : { ...stopped, clause }));
  }
}

const actorOf = ({ subject, name }: Principal): Actor => ({ kind: 'staff', id: subject, name });

/** The contacts that a request was filed with, in the forms in which they are compared; null once it was erased. */
function contactOf({ requesterEmail, requesterPhone }: Request) {
  const contact = { email: requesterEmail ? ownerOf(requesterEmail) : null, phone: requesterPhone ?? null };
  return contact.email === null && contact.phone === null ? null : contact;
}
