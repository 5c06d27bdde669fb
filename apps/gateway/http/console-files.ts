import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { EdgeProblem, type Service } from '@reglament/platform/http';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../config.ts';

/** A built file carries the hash of its content in its name and never changes. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Serves the built console: its files by name, and its one page for every address of the console. */
export function installConsoleFiles(server: FastifyInstance, { config, logger }: Service<GatewayConfig>): void {
  const root = config.CONSOLE_DIR === undefined ? undefined : path.resolve(config.CONSOLE_DIR);
  if (root === undefined || !existsSync(path.join(root, 'index.html'))) {
    logger.warn({ directory: root ?? null }, 'the console is not built: no pages are served');
    return;
  }
  const files = new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/')),
  );
  server.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: [...files].some((name) => name.endsWith('.br') || name.endsWith('.gz')),
    cacheControl: false,
    index: false,
  });
  server.get<{ Params: { '*': string } }>('/*', { config: { builtin: true } }, (request, reply) => {
    const name = request.params['*'];
    // Only names that were there at boot: no path that a client makes up ever reaches the file system.
    if (files.has(name) && path.posix.extname(name) !== '') {
      return reply.header('cache-control', name.startsWith('assets/') ? FOREVER : ASK_AGAIN).sendFile(name);
    }
    if (name.startsWith('api/') || name.startsWith('assets/') || path.posix.extname(name) !== '') {
      throw new EdgeProblem(404, 'not-found');
    }
    return reply.header('cache-control', ASK_AGAIN).sendFile('index.html');
  });
}
