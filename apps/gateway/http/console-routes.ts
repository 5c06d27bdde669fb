import path from 'node:path';
import { EdgeProblem, type Service } from '@reglament/platform/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../config.ts';
import { ConsoleFiles, type ServedFile } from './console-files.ts';

/** A file under `assets/` carries the hash of its content in its name and never changes. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Serves the built console: its files by name, and its one page for every address of the console. */
export function installConsole(server: FastifyInstance, { config, logger }: Service<GatewayConfig>): void {
  const files = ConsoleFiles.read(config.CONSOLE_DIR);
  if (files === undefined) {
    logger.warn({ directory: config.CONSOLE_DIR ?? null }, 'the console is not built: no pages are served');
    return;
  }
  server.get<{ Params: { '*': string } }>('/*', { config: { builtin: true } }, async (request, reply) => {
    const name = request.params['*'];
    const accepted = request.headers['accept-encoding'];
    const file = await files.serve(name, accepted);
    if (file) return send(request, reply, file, name.startsWith('assets/') ? FOREVER : ASK_AGAIN);
    // An address of the console has no file name in it; what has one, and is not there, is not found.
    const page =
      /^(api|assets)\//.test(name) || path.posix.extname(name) !== ''
        ? undefined
        : await files.serve('index.html', accepted);
    if (page === undefined) throw new EdgeProblem(404, 'not-found');
    return send(request, reply, page, ASK_AGAIN);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, file: ServedFile, caching: string): FastifyReply {
  reply.header('cache-control', caching).header('etag', file.etag).header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  if (file.encoding !== null) reply.header('content-encoding', file.encoding);
  return reply.header('content-type', file.type).send(file.body);
}
