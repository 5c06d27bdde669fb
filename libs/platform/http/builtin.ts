import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../telemetry/index.ts';
import { EdgeProblem } from './problem.ts';
import type { Readiness } from './readiness.ts';
import { compiledRouteOf } from './route.ts';

const config = { builtin: true } as const;

/** Liveness, readiness, metrics and the OpenAPI document: the same in every service. */
export function installBuiltinRoutes(
  server: FastifyInstance,
  parts: { readiness: Readiness; metrics: Metrics; openApi: () => unknown },
): void {
  server.get('/healthz', { config }, (_request, reply) => reply.send({ status: 'alive' }));
  server.get('/readyz', { config }, async (_request, reply) => {
    const { ready, checks } = await parts.readiness.ask();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', checks });
  });
  server.get('/metrics', { config }, async (request, reply) => {
    if (!isNear(request)) throw new EdgeProblem(404, 'not-found');
    const text = await parts.metrics.registry.metrics();
    return reply.header('content-type', parts.metrics.registry.contentType).send(text);
  });
  server.get('/openapi.json', { config }, async (_request, reply) => {
    const document = await parts.openApi();
    return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(document));
  });
}

/** Metrics are for the machine and its private network, and not for what came through a proxy. */
function isNear(request: FastifyRequest): boolean {
  if (request.headers['x-forwarded-for'] !== undefined) return false;
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return isIP(address) === 4
    ? /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
    : /^(::1$|f[cd])/.test(address);
}

/** Counts and times every request by route, never by address: the number of series stays bounded. */
export function installHttpMetrics(server: FastifyInstance, metrics: Metrics): void {
  const seconds = metrics.histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte in to the last byte out, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });
  const series = new Map<string, { observe(value: number): void }>();
  server.addHook('onResponse', (request, reply, done) => {
    const route = compiledRouteOf(request);
    if (route !== undefined) {
      const key = `${route.method} ${route.path} ${reply.statusCode}`;
      let one = series.get(key);
      if (one === undefined) {
        one = seconds.labels({ method: route.method, route: route.path, status: String(reply.statusCode) });
        series.set(key, one);
      }
      one.observe(reply.elapsedTime / 1000);
    }
    done();
  });
}
