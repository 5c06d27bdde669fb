import { Injectable } from '@nestjs/common';
import type { Principal } from '@reglament/platform/auth';
import { Database } from '@reglament/platform/postgres';
import { LRUCache } from 'lru-cache';
import { findApiKey } from '../store/api-keys.ts';
import { findSession } from '../store/sessions.ts';
import { readApiKey, readSession, type Secret } from './secrets.ts';
import { Signer } from './signer.ts';

/** For how long an answer of PostgreSQL is believed: so long can a sign-out at another instance be late. */
const BELIEVED_MS = 3_000;
const REMEMBERED = 20_000;
/** A credential is signed anew this long before it ends. */
const RENEW_MS = 60_000;

export interface Credential {
  readonly principal: Principal;
  /** The short-lived signed credential that services verify. */
  readonly token: string;
  readonly expiresAt: number;
}

/** Turns what a browser or a program carries into what services believe: a signed credential. */
@Injectable()
export class Credentials {
  readonly #known = new LRUCache<string, { checkedAt: number; credential: Promise<Credential | null> }>({
    max: REMEMBERED,
  });

  constructor(
    private readonly database: Database,
    private readonly signer: Signer,
  ) {}

  /** Null when the session has ended or never was. */
  bySession(token: string): Promise<Credential | null> {
    const secret = readSession(token);
    return secret === null ? Promise.resolve(null) : this.remembered(secret, () => this.sessionOwner(secret));
  }

  /** Null when the key is revoked or never was. */
  byApiKey(key: string): Promise<Credential | null> {
    const secret = readApiKey(key);
    return secret === null ? Promise.resolve(null) : this.remembered(secret, () => this.keyOwner(secret));
  }

  /** This instance forgets at once what another believes for three seconds more. */
  forget(secret: Secret): void {
    this.#known.delete(secret.hash.toString('base64'));
  }

  forgetAll(): void {
    this.#known.clear();
  }

  private remembered(secret: Secret, owner: () => Promise<Principal | null>): Promise<Credential | null> {
    const id = secret.hash.toString('base64');
    const known = this.#known.get(id);
    if (known !== undefined && performance.now() - known.checkedAt < BELIEVED_MS) return known.credential;
    const credential = this.renew(known?.credential, owner);
    this.#known.set(id, { checkedAt: performance.now(), credential });
    credential.catch(() => this.#known.delete(id));
    return credential;
  }

  private async renew(
    before: Promise<Credential | null> | undefined,
    owner: () => Promise<Principal | null>,
  ): Promise<Credential | null> {
    const principal = await owner();
    if (principal === null) return null;
    const old = await before?.catch(() => null);
    const same =
      old && old.expiresAt - Date.now() > RENEW_MS && JSON.stringify(old.principal) === JSON.stringify(principal);
    return same ? old : { principal, ...(await this.signer.sign(principal)) };
  }

  private async sessionOwner({ tenant, hash }: Secret): Promise<Principal | null> {
    const staff = await this.database.tenant(tenant, (tx) => findSession(tx, hash));
    if (staff === null) return null;
    return { tenant, subject: staff.staffId, name: staff.name, roles: staff.roles, kind: 'staff', scopes: [] };
  }

  private async keyOwner({ tenant, hash }: Secret): Promise<Principal | null> {
    const key = await this.database.tenant(tenant, (tx) => findApiKey(tx, hash));
    if (key === null) return null;
    return { tenant, subject: key.keyId, name: key.name, roles: [], kind: 'api-key', scopes: key.scopes };
  }
}
