import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import replyFrom from '@fastify/reply-from';
import { EdgeProblem, LARGEST_FILE, type Service } from '@reglament/platform/http';
import { currentTraceparent, withTrace } from '@reglament/platform/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type GatewayConfig, upstreamsOf } from '../config.ts';
import { Upstreams } from './upstreams.ts';

const MOST_TRIES = 3;
/** A service that was killed is back within this time: a call that never reached it, or may be repeated, waits that long. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 150;
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The request never reached a process, so even an unsafe one may go to another instance. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
/** For this machine only; and what belongs to one connection or to the door itself. */
const notForwarded = /^\/(healthz|readyz|metrics)\/?$/;
const dropped = [
  'cookie',
  'x-csrf-token',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'http2-settings',
  'proxy-authorization',
  'proxy-connection',
  'forwarded',
  'x-real-ip',
];

interface Forwarding {
  readonly upstreams: Upstreams;
  readonly path: string;
  readonly tried: Set<string>;
  /** Monotonic milliseconds. */
  readonly since: number;
}

/** Forwards `/api/<service>/…` to an instance of the service, streams included. */
export function installProxy(server: FastifyInstance, service: Service<GatewayConfig>): void {
  const targets = new Map([...upstreamsOf(service.config)].map(([name, urls]) => [name, new Upstreams(urls)]));
  const streams = new Set<Readable>();
  server.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => service.problems.answer(error, request, reply));
    scope.removeAllContentTypeParsers();
    const limits = { parseAs: 'buffer', bodyLimit: service.config.BODY_LIMIT } as const;
    scope.addContentTypeParser('*', limits, (_request, body, done) => done(null, body));
    const files = { parseAs: 'buffer', bodyLimit: LARGEST_FILE } as const;
    scope.addContentTypeParser('application/octet-stream', files, (_request, body, done) => done(null, body));
    await scope.register(replyFrom, {
      undici: {
        connections: 256,
        pipelining: 1,
        keepAliveTimeout: 30_000,
        headersTimeout: 60_000,
        bodyTimeout: 60_000,
      },
      disableRequestLogging: true,
      destroyAgent: true,
      retryMethods: [],
    });
    scope.all<{ Params: { service: string; '*': string } }>(
      '/api/:service/*',
      { config: { builtin: true } },
      (request, reply) => {
        const upstreams = targets.get(request.params.service);
        const path = pathFor(request, request.params.service);
        if (upstreams === undefined || path === null || notForwarded.test(path))
          throw new EdgeProblem(404, 'not-found');
        forward(request, reply, { upstreams, path, tried: new Set(), since: performance.now() }, streams);
        return reply;
      },
    );
  });
  // Event streams never end by themselves: a closing door would wait for them.
  server.addHook('preClose', (done) => {
    for (const stream of streams) stream.destroy();
    done();
  });
}

/** The path at the service, dots resolved before anything is decided by it; null for what is not a path. */
function pathFor(request: FastifyRequest, service: string): string | null {
  const raw = request.url.slice(`/api/${service}`.length);
  if (!raw.startsWith('/') || raw.startsWith('//') || raw.includes('\\')) return null;
  if (!URL.canParse(raw, 'http://service')) return null;
  const { pathname } = new URL(raw, 'http://service');
  return pathname.startsWith('//') ? null : pathname;
}

function forward(request: FastifyRequest, reply: FastifyReply, to: Forwarding, streams: Set<Readable>): void {
  const upstream = to.upstreams.pick(to.tried, performance.now());
  if (upstream === undefined) {
    reply.send(away());
    return;
  }
  to.tried.add(upstream);
  const body = request.body as Buffer | undefined;
  reply.from(`${upstream}${to.path}`, {
    ...(body === undefined || body.length === 0
      ? {}
      : { body, contentType: request.headers['content-type'] ?? 'application/octet-stream' }),
    rewriteRequestHeaders: (_, headers) => requestHeaders(request, headers as IncomingHttpHeaders),
    onResponse: (_request, answer, response) => {
      const stream = (response as unknown as { stream: Readable }).stream;
      if (String(answer.getHeader('content-type')).startsWith('text/event-stream')) {
        streams.add(stream);
        stream.once('close', () => streams.delete(stream));
      }
      answer.send(stream);
    },
    onError: (answer, { error }) => {
      to.upstreams.failed(upstream, performance.now());
      const again = safe.has(request.method) || neverSent.has(codeOf(error));
      if (again) return retry(request, answer as unknown as FastifyReply, to, streams);
      (answer as unknown as FastifyReply).send(away(error));
    },
  });
}

/** Another instance at once; when all were tried, all of them again a little later, for two seconds. */
function retry(request: FastifyRequest, reply: FastifyReply, to: Forwarding, streams: Set<Readable>): void {
  if (to.tried.size < MOST_TRIES && to.upstreams.hasOther(to.tried)) {
    forward(request, reply, to, streams);
  } else if (performance.now() - to.since > PATIENCE_MS || reply.raw.destroyed) {
    reply.send(away());
  } else {
    to.tried.clear();
    setTimeout(() => forward(request, reply, to, streams), PAUSE_MS);
  }
}

const away = (cause?: unknown): EdgeProblem =>
  new EdgeProblem(503, 'unavailable', { headers: { 'retry-after': '1' }, cause });

/** The network's own code, wherever in the chain of causes it stands. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  return String(cause?.code ?? code ?? '');
}

/** Who asks is in the credential alone; where from, in what we saw ourselves. */
function requestHeaders(request: FastifyRequest, given: IncomingHttpHeaders): IncomingHttpHeaders {
  const headers: IncomingHttpHeaders = { ...given };
  for (const name of dropped) delete headers[name];
  for (const name of Object.keys(headers))
    if (name.startsWith('x-forwarded-') || name.startsWith('x-reglament-')) delete headers[name];
  headers['x-forwarded-for'] = request.ip;
  headers['x-forwarded-proto'] = request.protocol;
  headers['x-forwarded-host'] = request.host;
  const { traceparent } = request.headers;
  const next = withTrace(typeof traceparent === 'string' ? traceparent : undefined, currentTraceparent);
  if (next !== undefined) headers.traceparent = next;
  delete headers.tracestate;
  const requester = requesterCookieIn(request.headers.cookie);
  if (requester !== undefined) headers.cookie = requester;
  return headers;
}

/** The session of a requester is its service's own affair: of all cookies this one goes on, and it opens nothing here. */
const requesterCookieIn = (cookies: string | undefined): string | undefined =>
  cookies === undefined ? undefined : /(?:^|; ?)(rgl_requester=[A-Za-z0-9_-]{43})(?:;|$)/.exec(cookies)?.[1];
