import { Injectable } from '@nestjs/common';
import { composeSignIn } from '@reglament/domain/accounts';
import type { AccountRule, Language, Regulation } from '@reglament/domain/regulation';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { hasRequests, openAccount, ownerOf } from '../store/accounts.ts';
import { signInLetter } from '../store/entities.ts';
import { addOwnLetter } from '../store/letters.ts';
import { CODE_MINUTES, endSession, newCode, startSession, takeCode } from '../store/sign-in.ts';
import { refusalOf } from './refusals.ts';

/** Signs requesters in by a code sent to the address they filed with. There are no passwords. */
@Injectable()
export class SignRequesterIn {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  /**
   * Sends a code, where anything was filed with this address; the answer is the same where nothing was. The letter is in the
   * transaction that makes the code.
   */
  async askForCode(
    tenant: string,
    address: string,
    language: Language,
  ): Promise<Outcome<{ signIn: string; validMinutes: number }>> {
    const found = this.regulationOf(tenant, language);
    if (!found.ok) return found;
    const email = ownerOf(address);
    return this.database.tenant(tenant, async (tx) => {
      const made = await newCode(tx, email);
      if (made === null) return refuse(refusalOf('too-many-codes', language));
      const known = await hasRequests(tx, email);
      if (known) {
        const letter = composeSignIn(found.value.regulation, language, made.code, CODE_MINUTES);
        const at = this.clock.now();
        addOwnLetter(tx, { ...letter, kind: signInLetter, about: newId(), recipient: email, at });
      }
      return accept({ signIn: made.token, validMinutes: CODE_MINUTES });
    });
  }

  /** A code opens a session once; a wrong, a used and an expired one look alike. @returns the token for the cookie */
  async signIn(
    tenant: string,
    given: { readonly signIn: string; readonly code: string },
    language: Language,
  ): Promise<Outcome<string>> {
    const found = this.regulationOf(tenant, language);
    if (!found.ok) return found;
    const token = await this.database.tenant(tenant, async (tx) => {
      const email = await takeCode(tx, given.signIn, given.code.replaceAll(/\D/g, ''));
      if (email === null || !(await hasRequests(tx, email))) return null;
      await openAccount(tx, email, newId(), this.clock.now());
      return startSession(tx, email);
    });
    return token === null ? refuse(refusalOf('wrong-code', language)) : accept(token);
  }

  async signOut(tenant: string, session: string | null): Promise<void> {
    if (session === null || this.book.get(tenant) === undefined) return;
    await this.database.tenant(tenant, (tx) => endSession(tx, session));
  }

  private regulationOf(
    tenant: string,
    language: Language,
  ): Outcome<{ readonly regulation: Regulation; readonly rule: AccountRule }> {
    const regulation = this.book.get(tenant);
    if (!regulation) return refuse(refusalOf('unknown-hotline', language));
    const rule = regulation.requesters.accounts;
    return rule === null ? refuse(refusalOf('no-accounts', language)) : accept({ regulation, rule });
  }
}
