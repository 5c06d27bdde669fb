import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOutage } from '../outcome/outage.ts';
import { currentTraceId, type Logger } from '../telemetry/index.ts';
import { acceptedLanguage } from './language.ts';
import { EdgeProblem, edgeDocument, PROBLEM_TYPE, type ProblemDocument } from './problem.ts';
import type { RouteTable } from './route.ts';
import type { ProblemCode } from './texts.ts';

/** Fastify's and Nest's own complaints about a request, by status (Nest drops Fastify's codes on the way). */
const known: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

/** Sends a problem document, unless the response has begun. */
export function sendProblem(
  reply: FastifyReply,
  document: ProblemDocument,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (reply.sent || reply.raw.headersSent) return;
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  reply
    .status(document.status)
    .header('content-type', PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document));
}

/** Whatever is thrown becomes a problem document (RFC 9457). What nobody expected is logged whole and told as 500 without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly table: RouteTable,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.problemOf(error, request);
    const language = acceptedLanguage(request.headers['accept-language']);
    sendProblem(reply, edgeDocument(problem.status, problem.code, language, problem.extra), problem.headers);
  }

  private problemOf(error: unknown, request: FastifyRequest): EdgeProblem {
    if (error instanceof EdgeProblem) {
      if (error.status >= 500) this.log(error, request);
      return error;
    }
    if (error instanceof HttpException && error.getStatus() === 404) return this.notFound(request);
    const status = statusOf(error);
    if (status >= 400 && status < 500) {
      return new EdgeProblem(status, known[status] ?? 'malformed-request');
    }
    this.log(error, request);
    const traceId = currentTraceId();
    const extra = traceId === undefined ? {} : { traceId };
    if (isOutage(error)) return new EdgeProblem(503, 'unavailable', { headers: { 'retry-after': '1' }, extra });
    return new EdgeProblem(500, 'internal-error', { extra });
  }

  private notFound(request: FastifyRequest): EdgeProblem {
    const path = request.url.split('?', 1)[0] ?? '/';
    const methods = this.table.methodsOf(path);
    if (methods.length === 0 || methods.includes(request.method)) return new EdgeProblem(404, 'not-found');
    return new EdgeProblem(405, 'method-not-allowed', { headers: { allow: methods.join(', ') } });
  }

  private log(error: unknown, request: FastifyRequest): void {
    this.logger.error(
      { err: error, method: request.method, route: request.routeOptions.url ?? null },
      'a request failed',
    );
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return 500;
}
