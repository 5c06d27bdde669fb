import { Injectable } from '@nestjs/common';
import { composeLeaving } from '@reglament/domain/accounts';
import type { AccountRule, Language, Regulation } from '@reglament/domain/regulation';
import { displayNumber, isClosed, type Status } from '@reglament/domain/request';
import { isoOf } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { type Account, accountOf, closeAccount, feedOf, markFeedSeen } from '../store/accounts.ts';
import { leavingLetter } from '../store/entities.ts';
import { addOwnLetter } from '../store/letters.ts';
import { lockOwnOpen, ownRequests } from '../store/requests.ts';
import { sessionEmail } from '../store/sign-in.ts';
import { heldBy, ownBlockOf } from './held-by-block.ts';
import { refusalOf } from './refusals.ts';
import { withdraw } from './withdraw.ts';

/** Whose page it is: the tenant of the address, and the session that the browser's cookie holds. */
export interface Visitor {
  readonly tenant: string;
  readonly session: string | null;
  readonly language: Language;
}

export interface SignedIn {
  readonly regulation: Regulation;
  readonly rule: AccountRule;
  readonly account: Account;
}

/** What requesters see and do when signed in: their requests, the event feed (kz-portal 30-2), leaving (30-3). */
@Injectable()
export class RequesterAccount {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  show(visitor: Visitor): Promise<Outcome<object>> {
    return this.signedIn(visitor, async (tx, open) => accept(await this.view(tx, open)));
  }

  /** The feed has been read up to now. */
  seen(visitor: Visitor): Promise<Outcome<object>> {
    return this.signedIn(visitor, async (tx, open) => {
      const at = this.clock.now();
      await markFeedSeen(tx, open.account.email, at);
      return accept(await this.view(tx, { ...open, account: { ...open.account, feedSeenAt: at } }));
    });
  }

  /** Withdraws every open request and closes the account, at once and in one transaction; a letter confirms it. */
  leave(visitor: Visitor, reason: string | null): Promise<Outcome<object>> {
    return this.signedIn(visitor, async (tx, { account, rule, regulation }) => {
      if (rule.leaving === null) return refuse(refusalOf('no-leaving', visitor.language));
      const locked = await accountOf(tx, account.email, 'locked');
      if (locked === undefined) return refuse(refusalOf('not-signed-in', visitor.language));
      const at = this.clock.now();
      const open = await lockOwnOpen(tx, account.email);
      for (const request of open) withdraw(tx, request, reason, at);
      await tx.em.flush();
      await closeAccount(tx, account.email, at);
      const { clause, kept } = rule.leaving;
      const numbers = open.map((request) => request.number);
      const letter = composeLeaving(regulation, visitor.language, { at, clause, numbers, kept });
      const { accountId, email } = account;
      addOwnLetter(tx, { ...letter, kind: leavingLetter, about: accountId, recipient: email, at });
      tx.append('requester.left.v1', {
        subjectId: accountId,
        occurredAt: at,
        payload: { accountId, clause, edition: regulation.edition.id, withdrawn: open.map((r) => r.requestId) },
      });
      return accept({ withdrawn: numbers.map(displayNumber), clause, kept });
    });
  }

  /** Does something for the account that this visitor is signed in to, in a transaction. */
  async signedIn<T>(
    { tenant, session, language }: Visitor,
    act: (tx: Tx, open: SignedIn) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const regulation = this.book.get(tenant);
    if (!regulation) return refuse(refusalOf('unknown-hotline', language));
    const rule = regulation.requesters.accounts;
    if (rule === null) return refuse(refusalOf('no-accounts', language));
    return this.database.tenant(tenant, async (tx) => {
      const email = session === null ? undefined : await sessionEmail(tx, session);
      const account = email === undefined ? undefined : await accountOf(tx, email);
      return account ? act(tx, { regulation, rule, account }) : refuse(refusalOf('not-signed-in', language));
    });
  }

  private async view(tx: Tx, { account, rule, regulation }: SignedIn) {
    const at = this.clock.now();
    const block = await heldBy(tx, regulation, { email: account.email, phone: null }, at);
    const requests = await ownRequests(tx, account.email);
    const feed = await feedOf(tx, account.email);
    const seen = account.feedSeenAt ?? 0;
    return {
      email: account.email,
      since: isoOf(account.since),
      clause: rule.clause,
      leaving: rule.leaving,
      requests: requests.map((r) => ({
        number: r.number,
        numberSpoken: displayNumber(r.number),
        category: r.category,
        summary: r.summary,
        status: r.status,
        statusAt: isoOf(r.statusAt),
        submittedAt: isoOf(r.submittedAt),
        open: !isClosed(r.status as Status),
      })),
      block: ownBlockOf(block, at),
      feed: feed.map((entry) => ({ ...entry, at: isoOf(entry.at), isNew: entry.at > seen })),
      unread: feed.filter((entry) => entry.at > seen).length,
    };
  }
}
