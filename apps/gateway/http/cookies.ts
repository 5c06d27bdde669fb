import type { FastifyReply } from 'fastify';
import { csrfTokenOf } from '../auth/secrets.ts';
import { ABSOLUTE_HOURS } from '../store/sessions.ts';

export const SESSION_COOKIE = 'rgl_session';
export const CSRF_COOKIE = 'rgl_csrf';
export const CSRF_HEADER = 'x-csrf-token';

const pattern = new RegExp(`(?:^|; ?)${SESSION_COOKIE}=([^;]*)`);

/** The session token that a browser sent, or null. */
export const sessionTokenIn = (cookies: string | undefined): string | null =>
  cookies === undefined ? null : (pattern.exec(cookies)?.[1] ?? null);

/** Sets both cookies, or takes both away (`token` null). The session's is out of reach of scripts. */
export function setSessionCookies(reply: FastifyReply, token: string | null, secure: boolean): void {
  const age = token === null ? 0 : ABSOLUTE_HOURS * 3600;
  const common = `Path=/; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`;
  reply.header('set-cookie', [
    `${SESSION_COOKIE}=${token ?? ''}; HttpOnly; ${common}`,
    `${CSRF_COOKIE}=${token === null ? '' : csrfTokenOf(token)}; ${common}`,
  ]);
}
