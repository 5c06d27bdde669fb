import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SESSION_DAYS } from '../store/sign-in.ts';

const NAME = 'rgl_requester';
const pattern = new RegExp(`(?:^|; ?)${NAME}=([A-Za-z0-9_-]{43})(?:;|$)`);

/** What the account's routes read of a browser's headers. */
export const BrowserHeaders = z.object({
  cookie: z.string().max(8000).optional(),
  'sec-fetch-site': z.string().max(40).optional(),
});

/**
 * The requester's session, or null. Browsers send a strict cookie with our own pages' calls only; where one says all the same
 * that a foreign page asks, nobody is signed in.
 */
export function sessionIn(headers: z.infer<typeof BrowserHeaders>): string | null {
  if (headers['sec-fetch-site'] === 'cross-site') return null;
  return pattern.exec(headers.cookie ?? '')?.[1] ?? null;
}

/** Sets the cookie for the account's own addresses of one tenant, out of reach of scripts; `token` null takes it away. */
export function setSession(reply: FastifyReply, tenant: string, token: string | null, publicUrl: string): void {
  const age = token === null ? 0 : SESSION_DAYS * 86_400;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const path = `/api/intake/hotlines/${tenant}/account`;
  reply.header(
    'set-cookie',
    `${NAME}=${token ?? ''}; HttpOnly; SameSite=Strict; Path=${path}; Max-Age=${age}${secure}`,
  );
}
