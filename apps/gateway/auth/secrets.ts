import { timingSafeEqual } from 'node:crypto';
import { digestOfSecret, randomSecret } from '@reglament/platform/secrets';

/**
 * Session tokens and API keys: the tenant, so that row-level security is on from the first query, and a random secret.
 */
const SESSION = /^([a-z][a-z0-9-]{1,30})\.([A-Za-z0-9_-]{43})$/;
const API_KEY = /^rgl_([a-z][a-z0-9-]{1,30})_([A-Za-z0-9_-]{43})$/;

export interface Secret {
  readonly tenant: string;
  readonly hash: Buffer;
}

export function newSession(tenant: string): Secret & { token: string } {
  const token = `${tenant}.${randomSecret()}`;
  return { token, tenant, hash: digestOfSecret(token) };
}

export function newApiKey(tenant: string): Secret & { key: string } {
  const key = `rgl_${tenant}_${randomSecret()}`;
  return { key, tenant, hash: digestOfSecret(key) };
}

/** Null for what cannot be a session token: then nobody asks PostgreSQL. */
export const readSession = (token: string): Secret | null => read(SESSION, token);
export const readApiKey = (key: string): Secret | null => read(API_KEY, key);

function read(pattern: RegExp, text: string): Secret | null {
  const tenant = pattern.exec(text)?.[1];
  return tenant === undefined ? null : { tenant, hash: digestOfSecret(text) };
}

/** The value of the readable cookie and of the header. Bound to the session, so a planted cookie is worth nothing. */
export const csrfTokenOf = (sessionToken: string): string =>
  digestOfSecret(`csrf:${sessionToken}`).toString('base64url');

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
