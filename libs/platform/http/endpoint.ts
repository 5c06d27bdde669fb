import { applyDecorators, createParamDecorator, type ExecutionContext, HttpCode } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Principal, Role } from '../auth/index.ts';
import type { Refusal } from '../outcome/index.ts';
import type { Language } from './language.ts';

/** Who may call: anybody; any member of staff; these roles, and API keys where they are named. */
export type Allow = 'public' | 'signed-in' | readonly (Role | 'api-key')[];

/** At most `max` calls in `perSeconds`, by the client's address or, for signed-in callers, by the caller. */
export interface RateLimit {
  readonly max: number;
  readonly perSeconds: number;
  readonly by?: 'address' | 'caller';
}

type Shape = z.ZodType<Record<string, unknown>>;

/** All there is to know about a route: the guard, the validation, the OpenAPI page and the tests read this and nothing else. */
export interface EndpointSpec {
  /** One line for the OpenAPI page, in English. */
  readonly summary: string;
  readonly allow: Allow;
  readonly params?: Shape;
  readonly query?: Shape;
  /** Named headers only, lower-case: `z.object({ 'idempotency-key': … })`. */
  readonly headers?: Shape;
  readonly body?: z.ZodType;
  /** The body is bytes and not JSON: `@Input()` gives a `Buffer`, as it came. */
  readonly accepts?: 'application/octet-stream';
  /** What a success looks like; `z.void()` for 204. */
  readonly ok: z.ZodType;
  readonly status?: 200 | 201 | 202 | 204;
  /** Refusals beyond the usual ones: codes, or codes with their status, for the OpenAPI page. */
  readonly refusals?: readonly string[] | Readonly<Record<string, Refusal['status'] | 503>>;
  readonly rateLimit?: RateLimit;
  /** Something else than JSON: the handler returns text, bytes or a stream of this type, or writes to `@Reply()` itself. */
  readonly produces?:
    | 'application/octet-stream'
    | 'text/event-stream'
    | 'text/csv; charset=utf-8'
    | 'text/html; charset=utf-8'
    | 'application/pdf'
    | 'application/zip'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  /** What an API key needs; `<service>:read` for GET, `<service>:write` otherwise, unless said here. */
  readonly scope?: string;
  /** Bytes, where it differs from the service's limit. */
  readonly bodyLimit?: number;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What `@Input()` gives for a spec: `InputOf<typeof submitEndpoint>`. */
export interface InputOf<Spec extends EndpointSpec> {
  readonly params: Parsed<Spec['params']>;
  readonly query: Parsed<Spec['query']>;
  readonly headers: Parsed<Spec['headers']>;
  readonly body: Parsed<Spec['body']>;
}

/** Keeps a spec's own types, for `InputOf`: `const list = endpoint({ … })`. */
export const endpoint = <const Spec extends EndpointSpec>(spec: Spec): Spec => spec;

/**
 * Declares a route, beside Nest's `@Get()`/`@Post()`. A handler returns its value or an `Outcome`; a refusal becomes a
 * problem document. A route without it does not boot.
 */
export const Endpoint = (spec: EndpointSpec): MethodDecorator =>
  applyDecorators(
    RouteConfig({ endpoint: spec, ...(spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit }) }),
    HttpCode(spec.status ?? 200),
  );

/** What the hooks leave on a request for the handler. */
export interface Prepared {
  input: { params: unknown; query: unknown; headers: unknown; body: unknown };
  caller: Principal | null;
  language: Language;
}
export const prepared: unique symbol = Symbol('reglament.prepared');
export type PreparedRequest = FastifyRequest & { [prepared]: Prepared };

const requestOf = (ctx: ExecutionContext): PreparedRequest => ctx.switchToHttp().getRequest<PreparedRequest>();

/** The validated `{ params, query, headers, body }`. */
export const Input = createParamDecorator((_: unknown, ctx: ExecutionContext) => requestOf(ctx)[prepared].input);

/** Who asks: a `Principal`. On a public route it is `Principal | null`: null unless a good credential came along. */
export const Caller = createParamDecorator((_: unknown, ctx: ExecutionContext) => requestOf(ctx)[prepared].caller);

/** The language to answer in, by `Accept-Language`. */
export const Accepts = createParamDecorator((_: unknown, ctx: ExecutionContext) => requestOf(ctx)[prepared].language);

/** The client's address, as far as trusted proxies tell. */
export const ClientAddress = createParamDecorator((_: unknown, ctx: ExecutionContext) => requestOf(ctx).ip);
