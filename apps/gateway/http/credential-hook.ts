import type { TokenVerifier } from '@reglament/platform/auth';
import { EdgeProblem } from '@reglament/platform/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Credentials } from '../auth/credentials.ts';
import { csrfTokenOf, sameText } from '../auth/secrets.ts';
import { CSRF_HEADER, sessionTokenIn } from './cookies.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Before anything else looks at a call to `/api/…`: what the client says about itself is taken away, and a signed
 * credential is put in its place when a session cookie, an API key or a credential of ours came along.
 */
export function installCredentialHook(
  server: FastifyInstance,
  parts: { readonly verifier: TokenVerifier; readonly credentials: () => Credentials },
): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (!request.url.startsWith('/api/')) return done();
    attach(request, parts.credentials(), parts.verifier).then(
      () => done(),
      (error: Error) => done(error),
    );
  });
}

async function attach(request: FastifyRequest, credentials: Credentials, verifier: TokenVerifier): Promise<void> {
  const { headers } = request;
  const { authorization } = headers;
  const apiKey = apiKeyIn(request);
  delete headers.authorization;
  delete headers['x-api-key'];
  if (apiKey !== null) {
    const credential = await credentials.byApiKey(apiKey);
    if (credential === null)
      throw new EdgeProblem(401, 'api-key-refused', { headers: { 'www-authenticate': 'ApiKey' } });
    headers.authorization = `Bearer ${credential.token}`;
  } else if (authorization?.startsWith('Bearer ') === true) {
    if ((await verifier.verify(authorization.slice(7))) !== null) headers.authorization = authorization;
  } else {
    const session = sessionTokenIn(headers.cookie);
    const credential = session === null ? null : await credentials.bySession(session);
    if (session === null || credential === null) return;
    if (!safe.has(request.method)) refuseForeignPages(request, session);
    headers.authorization = `Bearer ${credential.token}`;
  }
}

/** A browser sends the cookie with whatever page asks; only our own pages can read the second cookie and send it back. */
function refuseForeignPages(request: FastifyRequest, session: string): void {
  const token = request.headers[CSRF_HEADER];
  const foreign = request.headers['sec-fetch-site'] === 'cross-site';
  if (foreign || typeof token !== 'string' || !sameText(token, csrfTokenOf(session))) {
    throw new EdgeProblem(403, 'csrf-token-missing');
  }
}

/** `x-api-key: …` or `Authorization: ApiKey …`. */
function apiKeyIn({ headers }: FastifyRequest): string | null {
  const header = headers['x-api-key'];
  if (typeof header === 'string') return header;
  return headers.authorization?.startsWith('ApiKey ') === true ? headers.authorization.slice(7) : null;
}
