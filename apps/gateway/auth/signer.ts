import { Injectable } from '@nestjs/common';
import { AUDIENCE, claimsOf, ISSUER, type Principal } from '@reglament/platform/auth';
import { Database } from '@reglament/platform/postgres';
import { errors, importJWK, type JWK, type JWTVerifyGetKey, SignJWT } from 'jose';
import { currentSigningKeys } from '../store/signing-keys.ts';

/** How long a credential lives: it is checked without asking anybody, so it cannot be taken back within this time. */
export const TOKEN_SECONDS = 300;
const REFRESH_MS = 600_000;
const ASK_AGAIN_MS = 5_000;

interface LoadedKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** Signs credentials with the key that all instances share, and knows the public halves. */
@Injectable()
export class Signer {
  #keys: readonly LoadedKey[] = [];
  #loadedAt = Number.NEGATIVE_INFINITY;
  #loading: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  /** The credential and when it ends (ms since 1970, real time). */
  async sign(principal: Principal): Promise<{ token: string; expiresAt: number }> {
    const [key] = await this.keys();
    if (key === undefined) throw new Error('There is no signing key');
    const issuedAt = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({ ...claimsOf(principal) })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
      .setSubject(principal.subject)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TOKEN_SECONDS)
      .sign(key.privateKey);
    return { token, expiresAt: (issuedAt + TOKEN_SECONDS) * 1000 };
  }

  /** `/.well-known/jwks.json` */
  async jwks(): Promise<{ keys: JWK[] }> {
    return { keys: (await this.keys()).map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: 'EdDSA', use: 'sig' })) };
  }

  /** For verifying here what was signed here, without asking ourselves over HTTP. */
  readonly keyFor: JWTVerifyGetKey = async ({ kid }) => {
    const known =
      (await this.keys()).find((key) => key.kid === kid) ?? (await this.again()).find((key) => key.kid === kid);
    if (known === undefined) throw new errors.JWKSNoMatchingKey();
    return known.publicKey;
  };

  private async keys(): Promise<readonly LoadedKey[]> {
    if (performance.now() - this.#loadedAt > REFRESH_MS) await this.load();
    return this.#keys;
  }

  /** Another instance may have made a key just now; asked at most once in five seconds. */
  private async again(): Promise<readonly LoadedKey[]> {
    if (performance.now() - this.#loadedAt > ASK_AGAIN_MS) await this.load();
    return this.#keys;
  }

  private load(): Promise<void> {
    this.#loading ??= this.read().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  private async read(): Promise<void> {
    const stored = await currentSigningKeys(this.database);
    this.#keys = await Promise.all(
      stored.map(async ({ kid, publicJwk, privateJwk }) => ({
        kid,
        publicJwk,
        publicKey: (await importJWK(publicJwk, 'EdDSA')) as CryptoKey,
        privateKey: (await importJWK(privateJwk, 'EdDSA')) as CryptoKey,
      })),
    );
    this.#loadedAt = performance.now();
  }
}
