import { STATUS_CODES } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceConfig } from '../config/index.ts';
import { EdgeProblem, edgeDocument, PROBLEM_TYPE } from './problem.ts';
import type { ProblemFilter } from './problem-filter.ts';

type Options = FastifyHttpOptions<import('node:http').Server> & {
  skipMiddie: boolean;
  multipart: boolean;
  http: object;
};

/** How long and how much a client may take. Everything has a bound. */
export function fastifyOptions(config: ServiceConfig, filter: ProblemFilter): Options {
  const trusted = config.TRUSTED_PROXIES.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return {
    logger: false,
    skipMiddie: true,
    multipart: false,
    bodyLimit: config.BODY_LIMIT,
    requestTimeout: 30_000,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    trustProxy: trusted.length === 0 ? false : trusted,
    http: { headersTimeout: 20_000, maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(error, request, reply),
    clientErrorHandler,
  };
}

/** What is not HTTP at all never becomes a request: the answer is written to the socket by hand. */
function clientErrorHandler(error: Error & { code?: string }, socket: import('node:net').Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(edgeDocument(status, 'malformed-request', 'en'));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** The most that a file may have, in bytes: what the door and the services behind it let through. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** JSON, and bytes where a route takes them. An empty body is no body: browsers send the content type with a bodyless DELETE or POST. */
export function installBodyParsers(server: FastifyInstance, bodyLimit: number): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
    if (body === '') return done(null, undefined);
    return parse(request, body as string, (error, value) =>
      error ? done(new EdgeProblem(400, 'malformed-json')) : done(null, value),
    );
  });
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}
