import type { RegulationBook } from '@reglament/platform/regulations';
import type { FastifyInstance } from 'fastify';

/** The address at which a form stands for the frame of another site. */
const form = /^\/embed\/([^/?]+)\/([^/?]+)\/?(?:\?|$)/;
/** What other sites load to give the frame its height. */
const script = /^\/embed\.js(?:\?|$)/;

/**
 * Scripts and styles come from here alone and no script is written into a page. The console's component library writes
 * its variables in a `<style>` element, hence the one exception. A form may stand in a frame of the sites that its
 * regulation names for it (ovk 2.2, initiative 2.1); nothing else may be framed at all.
 */
const policy = (ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

const alone = policy("'none'");

/** `secure`: the outside address is https; `regulations` is asked at each request, since editions come into force. */
export function installSecurityHeaders(
  server: FastifyInstance,
  parts: { readonly secure: boolean; readonly regulations: () => RegulationBook },
): void {
  server.addHook('onRequest', (request, reply, done) => {
    const sites = sitesFor(request.url, parts.regulations);
    reply.header('content-security-policy', sites.length > 0 ? policy(sites.join(' ')) : alone);
    if (sites.length === 0) reply.header('x-frame-options', 'DENY');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', script.test(request.url) ? 'cross-origin' : 'same-origin');
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (parts.secure) reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}

/** The origins that may frame this address; an address that is no form, or of no known form, has none. */
function sitesFor(url: string, regulations: () => RegulationBook): readonly string[] {
  const [, tenant = '', id] = form.exec(url) ?? [];
  if (id === undefined) return [];
  return (
    regulations()
      .get(tenant)
      ?.entryPoints.find((entry) => entry.id === id)?.sites ?? []
  );
}
