import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { AUDIENCE, Claims, ISSUER, type Principal } from './principal.ts';

/** How many verified tokens are remembered, and how long a token may be before it is not looked at. */
const REMEMBERED = 10_000;
const LONGEST = 4096;

/** The keys could not be fetched: an outage of the issuer, not a fault of the caller (answered 503, not 401). */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/**
 * Turns a bearer token into a principal. Ed25519 signature, issuer, audience and expiry are checked once; the answer is
 * remembered until the token expires. Expiry is real time: a credential does not live by the platform's simulated clock.
 */
export class TokenVerifier {
  readonly #keys: JWTVerifyGetKey;
  readonly #verified = new LRUCache<string, { principal: Principal; expiresAt: number }>({ max: REMEMBERED });

  /** `keys`: where signing keys come from; see `remoteKeys`. */
  constructor(keys: JWTVerifyGetKey) {
    this.#keys = keys;
  }

  /** The principal at once when the token was seen before and is still good; hot paths need no promise then. */
  remembered(token: string): Principal | undefined {
    const known = this.#verified.get(token);
    if (known === undefined) return undefined;
    if (known.expiresAt > Date.now()) return known.principal;
    this.#verified.delete(token);
    return undefined;
  }

  /** The principal, or null when the token is not good. Throws `KeysUnavailable` when that cannot be told now. */
  async verify(token: string): Promise<Principal | null> {
    const known = this.remembered(token);
    if (known) return known;
    if (token.length > LONGEST) return null;
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['EdDSA', 'Ed25519'],
      });
      const claims = Claims.safeParse(payload);
      if (!claims.success) return null;
      const { sub, exp, tenant, name, roles, kind, scopes } = claims.data;
      const principal: Principal = Object.freeze({ tenant, subject: sub, name, roles, kind, scopes });
      this.#verified.set(token, { principal, expiresAt: exp * 1000 });
      return principal;
    } catch (error) {
      if (isOutage(error)) throw new KeysUnavailable('The signing keys could not be fetched', { cause: error });
      return null;
    }
  }
}

/** A bad token is one of jose's own errors; a key set that times out or answers nonsense is an outage, as is the network. */
const isOutage = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';

/**
 * The gateway's public keys, cached for 10 minutes; an unknown key id asks again, at most every 5 seconds. While the
 * gateway is away the keys known so far go on being good.
 */
export function remoteKeys(gatewayUrl: string): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL('/.well-known/jwks.json', gatewayUrl), {
    cacheMaxAge: 600_000,
    cooldownDuration: 5_000,
    timeoutDuration: 3_000,
  });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      const known = remote.jwks();
      if (known === undefined || !isOutage(error)) throw error;
      return createLocalJWKSet(known)(header, token);
    }
  };
}
