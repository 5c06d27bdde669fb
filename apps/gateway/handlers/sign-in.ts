import { Injectable } from '@nestjs/common';
import type { Role } from '@reglament/platform/auth';
import type { Language } from '@reglament/platform/http';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { secretMatches, TooBusy } from '@reglament/platform/secrets';
import { Credentials } from '../auth/credentials.ts';
import { newSession, readSession } from '../auth/secrets.ts';
import { refuseWith } from '../http/texts.ts';
import { endSession, startSession } from '../store/sessions.ts';
import { countAttempt, forgetAttempts } from '../store/sign-in-attempts.ts';

export interface SignIn {
  readonly tenant: string;
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly language: Language;
}

export interface SignedIn {
  readonly token: string;
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

interface Account {
  readonly staffId: string;
  readonly name: string;
  readonly roles: Role[];
  readonly passwordHash: string;
}

/** Starts and ends sessions. An unknown tenant, an unknown login, a wrong password and a closed account all look alike. */
@Injectable()
export class SignInHandler {
  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationBook,
    private readonly credentials: Credentials,
  ) {}

  async signIn(input: SignIn): Promise<Outcome<SignedIn>> {
    const { tenant, login, address, language } = input;
    const isTenant = this.regulations.get(tenant) !== undefined;
    const found = isTenant
      ? await this.database.tenant(tenant, async (tx) => {
          const wait = await countAttempt(tx, login, address);
          if (wait > 0) return { wait };
          const [account] = await tx.sql<Account>(
            `SELECT staff_id AS "staffId", name, roles, password_hash AS "passwordHash"
               FROM gateway.staff WHERE login = $1 AND active`,
            [login],
          );
          return { wait: 0, account };
        })
      : { wait: 0, account: undefined };
    if (found.wait > 0) return refuseWith('too-many-attempts', language, { data: { retryAfter: found.wait } });
    const account = found.account;
    try {
      if (!(await secretMatches(input.password, account?.passwordHash ?? null)) || account === undefined) {
        return refuseWith('sign-in-refused', language);
      }
    } catch (error) {
      if (error instanceof TooBusy) return refuseWith('too-many-attempts', language, { data: { retryAfter: 1 } });
      throw error;
    }
    const session = newSession(tenant);
    await this.database.tenant(tenant, async (tx) => {
      await forgetAttempts(tx, login, address);
      await startSession(tx, account.staffId, session.hash);
    });
    return accept({ token: session.token, staffId: account.staffId, name: account.name, roles: account.roles });
  }

  async signOut(token: string | null): Promise<void> {
    const secret = token === null ? null : readSession(token);
    if (secret === null) return;
    await this.database.tenant(secret.tenant, (tx) => endSession(tx, secret.hash));
    this.credentials.forget(secret);
  }
}
