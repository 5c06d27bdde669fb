import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Principal } from '../auth/index.ts';
import type { EndpointSpec } from './endpoint.ts';
import { RateLimiter } from './rate-limit.ts';

/** A route with everything worked out once, at boot, that each request would otherwise work out. */
export interface CompiledRoute {
  readonly method: string;
  /** As declared: `/requests/:requestId`. */
  readonly path: string;
  readonly spec: EndpointSpec;
  readonly limiter: RateLimiter | null;
  readonly limitBy: 'address' | 'caller';
  mayCall(caller: Principal): boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: EndpointSpec;
    compiled?: CompiledRoute;
    /** A route of the platform itself (`/healthz` …): no credential, no validation. */
    builtin?: true;
  }
}

/** The routes of one service, in the order they were declared. */
export class RouteTable {
  readonly routes: CompiledRoute[] = [];
  readonly #service: string;
  readonly #rateLimits: boolean;
  readonly #patterns: { method: string; pattern: RegExp }[] = [];

  constructor(service: string, rateLimits: boolean) {
    this.#service = service;
    this.#rateLimits = rateLimits;
  }

  /** Refuses to boot with a route that does not say who may call it. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', (route) => this.#add(route));
  }

  /** The methods that an address takes, for 405 and its `Allow`. */
  methodsOf(path: string): string[] {
    return [...new Set(this.#patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
  }

  #add(route: RouteOptions): void {
    const methods = [route.method].flat();
    const config = route.config ?? {};
    const spec = config.endpoint;
    if (config.builtin !== true && spec === undefined) {
      throw new Error(`${methods.join(',')} ${route.url} has no @Endpoint(): say who may call it and what it takes`);
    }
    const pattern = new RegExp(
      `^${route.url
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replace(/:[^/]+/g, '[^/]+')
        .replace(/\*/g, '.*')}/?$`,
    );
    for (const method of methods) this.#patterns.push({ method, pattern });
    if (spec === undefined || methods.includes('HEAD')) {
      if (spec !== undefined) config.compiled = this.#compile('HEAD', route.url, spec);
      return;
    }
    const compiled = this.#compile(methods.join(','), route.url, spec);
    config.compiled = compiled;
    route.config = config;
    if (spec.bodyLimit !== undefined) route.bodyLimit = spec.bodyLimit;
    this.routes.push(compiled);
  }

  #compile(method: string, path: string, spec: EndpointSpec): CompiledRoute {
    const limit = this.#rateLimits ? spec.rateLimit : undefined;
    const scope = spec.scope ?? `${this.#service}:${method === 'GET' || method === 'HEAD' ? 'read' : 'write'}`;
    return {
      method,
      path,
      spec,
      limiter: limit ? new RateLimiter(limit) : null,
      limitBy: limit?.by ?? 'address',
      mayCall: (caller) => mayCall(spec, scope, caller),
    };
  }
}

function mayCall({ allow }: EndpointSpec, scope: string, caller: Principal): boolean {
  if (allow === 'public') return true;
  if (caller.kind === 'api-key')
    return allow !== 'signed-in' && allow.includes('api-key') && caller.scopes.includes(scope);
  if (allow === 'signed-in') return caller.roles.length > 0;
  return caller.roles.some((role) => allow.includes(role));
}

export const compiledRouteOf = (request: FastifyRequest): CompiledRoute | undefined =>
  request.routeOptions.config.compiled;
