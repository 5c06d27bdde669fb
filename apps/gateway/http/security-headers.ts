import type { FastifyInstance } from 'fastify';

/**
 * Scripts and styles come from here alone and no script is written into a page. The console's component library writes
 * its variables in a `<style>` element, hence the one exception. Hotline pages may stand in a frame of the tenant's own
 * site (their regulations ask for it); everything else may not.
 */
const policy = (ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

const embeddable = policy('*');
const alone = policy("'none'");

/** `secure`: the outside address is https. */
export function installSecurityHeaders(server: FastifyInstance, secure: boolean): void {
  server.addHook('onRequest', (request, reply, done) => {
    const mayBeFramed = request.url.startsWith('/h/');
    reply.header('content-security-policy', mayBeFramed ? embeddable : alone);
    if (!mayBeFramed) reply.header('x-frame-options', 'DENY');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (secure) reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}
