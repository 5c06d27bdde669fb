import type { FastifyInstance, FastifyRequest } from 'fastify';
import { KeysUnavailable, type Principal, type TokenVerifier } from '../auth/index.ts';
import type { FieldError } from '../outcome/index.ts';
import { withTrace } from '../telemetry/index.ts';
import { type Prepared, type PreparedRequest, prepared } from './endpoint.ts';
import { acceptedLanguage, type Language } from './language.ts';
import { EdgeProblem } from './problem.ts';
import { type CompiledRoute, compiledRouteOf } from './route.ts';
import { validate } from './validation.ts';

/**
 * The guard and the validation of every route, as two Fastify hooks that read what was compiled at boot. Nest's own guards
 * and interceptors would do the same work with several promises more per request.
 *
 * Before the body is read: who asks, may they, how often. After it: every part of the input by its schema, once; then the
 * handler runs inside of the request's trace.
 */
export function installHooks(server: FastifyInstance, verifier: TokenVerifier): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const route = compiledRouteOf(request);
    if (route === undefined) return done();
    const state: Prepared = {
      input: { params: undefined, query: undefined, headers: undefined, body: undefined },
      caller: null,
      language: acceptedLanguage(request.headers['accept-language']),
    };
    (request as PreparedRequest)[prepared] = state;
    const token = bearerOf(request);
    const known = token === null ? null : verifier.remembered(token);
    if (known !== undefined) return done(admit(route, request, state, known));
    verifier.verify(token ?? '').then(
      (caller) => done(admit(route, request, state, caller)),
      (error: unknown) => done(route.spec.allow === 'public' ? admit(route, request, state, null) : outage(error)),
    );
  });

  server.addHook('preHandler', (request, _reply, done) => {
    const route = compiledRouteOf(request);
    if (route === undefined) return done();
    const state = (request as PreparedRequest)[prepared];
    const wrongKind = bodyOfOtherKind(route, request);
    if (wrongKind) return done(wrongKind);
    const errors = readInput(route, request, state);
    if (errors.length > 0) return done(new EdgeProblem(400, 'invalid', { extra: { errors } }));
    const traceparent = request.headers.traceparent;
    withTrace(typeof traceparent === 'string' ? traceparent : undefined, done);
  });
}

function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') === true ? header.slice(7) : null;
}

const outage = (error: unknown): Error =>
  error instanceof KeysUnavailable
    ? new EdgeProblem(503, 'unavailable', { cause: error, headers: { 'retry-after': '1' } })
    : (error as Error);

/** Undefined when the call may go on. */
function admit(
  route: CompiledRoute,
  request: FastifyRequest,
  state: Prepared,
  caller: Principal | null,
): Error | undefined {
  if (route.spec.allow !== 'public') {
    if (caller === null) return new EdgeProblem(401, 'sign-in-needed', { headers: { 'www-authenticate': 'Bearer' } });
    if (!route.mayCall(caller)) return new EdgeProblem(403, 'not-allowed');
  }
  state.caller = caller;
  if (route.limiter === null) return undefined;
  const who = route.limitBy === 'caller' && caller !== null ? `${caller.tenant}/${caller.subject}` : request.ip;
  const wait = route.limiter.take(who, performance.now());
  if (wait === 0) return undefined;
  return new EdgeProblem(429, 'too-many-requests', {
    headers: { 'retry-after': String(wait) },
    extra: { retryAfter: wait },
  });
}

/** Bytes where JSON is expected, or the other way round. */
function bodyOfOtherKind({ spec }: CompiledRoute, { body }: FastifyRequest): EdgeProblem | null {
  if (Buffer.isBuffer(body) === (spec.accepts !== undefined)) return null;
  return new EdgeProblem(415, spec.accepts === undefined ? 'unsupported-media-type' : 'bytes-expected');
}

/** Fills `state.input`; returns what is wrong, all parts together, so that a form shows everything at once. */
function readInput(route: CompiledRoute, request: FastifyRequest, state: Prepared): FieldError[] {
  const { params, query, headers, body } = route.spec;
  const errors: FieldError[] = [];
  const { input, language } = state;
  if (params) input.params = part(params, request.params, language, errors);
  if (query) input.query = part(query, request.query, language, errors);
  if (headers) input.headers = part(headers, request.headers, language, errors);
  if (body) input.body = part(body, request.body, language, errors);
  if (route.spec.accepts) input.body = request.body;
  return errors;
}

function part(
  schema: Parameters<typeof validate>[0],
  value: unknown,
  language: Language,
  errors: FieldError[],
): unknown {
  const result = validate(schema, value, language);
  if (result.ok) return result.value;
  errors.push(...result.errors);
  return undefined;
}
