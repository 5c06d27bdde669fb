import type { Logger } from '@reglament/platform/telemetry';
import type { FastifyInstance } from 'fastify';
import { type GatewayConfig, upstreamsOf } from '../config.ts';
import { renderDocs } from './docs-page.ts';
import { OpenApi } from './openapi-shape.ts';

const WITHIN_MS = 3_000;
/** The documents change only with a release: asked again after half a minute. */
const BELIEVED_MS = 30_000;
const remembered = new Map<string, { at: number; document: OpenApi }>();

/** One OpenAPI document for all services, by the paths that the door serves. A service that is away is left out and named. */
export async function mergedOpenApi(own: object, config: GatewayConfig, logger: Logger): Promise<OpenApi> {
  const merged = OpenApi.parse(own);
  merged.info.title = 'Reglament';
  const services = [...upstreamsOf(config)].filter(([, urls]) => urls.length > 0);
  const documents = await Promise.all(services.map(([name, urls]) => documentOf(name, urls, logger)));
  for (const [index, [name]] of services.entries()) {
    const document = documents[index];
    if (document === undefined) continue;
    for (const [path, operations] of Object.entries(document.paths)) merged.paths[`/api/${name}${path}`] = operations;
    merged.components.schemas = { ...document.components.schemas, ...merged.components.schemas };
  }
  const missing = services.filter((_, index) => documents[index] === undefined).map(([name]) => name);
  if (missing.length > 0) merged.info.description = `Not answering at this moment: ${missing.join(', ')}.`;
  return merged;
}

async function documentOf(name: string, urls: readonly string[], logger: Logger): Promise<OpenApi | undefined> {
  const known = remembered.get(urls.join());
  if (known !== undefined && performance.now() - known.at < BELIEVED_MS) return known.document;
  for (const url of urls) {
    try {
      const response = await fetch(`${url}/openapi.json`, { signal: AbortSignal.timeout(WITHIN_MS) });
      const document = OpenApi.parse(await response.json());
      remembered.set(urls.join(), { at: performance.now(), document });
      return document;
    } catch (error) {
      logger.warn({ err: error, service: name }, 'an OpenAPI document could not be read');
    }
  }
  return known?.document;
}

/** `/docs`: the merged document as one page that needs no script. */
export function installDocs(server: FastifyInstance): void {
  server.get('/docs', { config: { builtin: true } }, async (_request, reply) => {
    const document = await server.inject('/openapi.json');
    const page = renderDocs(OpenApi.parse(document.json()));
    return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
