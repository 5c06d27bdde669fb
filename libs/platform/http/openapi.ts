import { z } from 'zod';
import type { EndpointSpec } from './endpoint.ts';
import type { CompiledRoute, RouteTable } from './route.ts';
import { titleOf } from './texts.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
};

/** The OpenAPI 3.1 document of one service, from what its routes declare; the gateway merges them all. */
export function openApiOf(service: string, table: RouteTable): Json {
  const paths: Record<string, Json> = {};
  for (const route of table.routes) {
    const path = route.path.replace(/:([A-Za-z0-9_]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(service, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: `Reglament: ${service}`, version: '1' },
    servers: [{ url: service === 'gateway' ? '/' : `/api/${service}` }],
    tags: [{ name: service }],
    paths,
    components: { securitySchemes, schemas: { Problem: problemSchema } },
  };
}

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'rgl_session',
    description: 'Signed in; unsafe methods need x-csrf-token too',
  },
  apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
};

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem document',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'stable, for programs' },
    clause: { type: 'string', description: 'the clause of the regulation it stands on' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'rule', 'message'],
        properties: { field: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const binary = { type: 'string', contentMediaType: 'application/octet-stream' };

function operationOf(service: string, route: CompiledRoute): Json {
  const { spec } = route;
  const name = `${route.method.toLowerCase()}${route.path.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}`;
  return {
    operationId: `${service}_${name}`,
    tags: [service],
    summary: spec.summary,
    'x-allow': spec.allow,
    ...(spec.rateLimit ? { 'x-rate-limit': spec.rateLimit } : {}),
    ...(spec.allow === 'public' ? {} : { security: securityOf(spec) }),
    parameters: [
      ...parametersOf(spec.params, 'path'),
      ...parametersOf(spec.query, 'query'),
      ...parametersOf(spec.headers, 'header'),
    ],
    ...(spec.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(spec.body, 'input') } } } }
      : {}),
    ...(spec.accepts ? { requestBody: { required: true, content: { [spec.accepts]: { schema: binary } } } } : {}),
    ...(spec.refusals
      ? { 'x-refusals': Array.isArray(spec.refusals) ? spec.refusals : Object.keys(spec.refusals) }
      : {}),
    responses: responsesOf(route),
  };
}

const securityOf = (spec: EndpointSpec): Json[] => [
  { session: [] },
  { bearer: [] },
  ...(Array.isArray(spec.allow) && spec.allow.includes('api-key') ? [{ apiKey: [] }] : []),
];

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query' | 'header'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

/**
 * What each kind of route may answer beside its success; the fuzz test holds the services to it. Any address may be
 * malformed (400), any call may carry a key that was revoked (401) or come from a foreign page (403).
 */
function statusesOf({ method, spec }: CompiledRoute): number[] {
  const statuses = new Set<number>([400, 401, 403, 503]);
  if (spec.params) statuses.add(404).add(414);
  if (spec.rateLimit) statuses.add(429);
  if (method !== 'GET') statuses.add(413).add(415);
  const { refusals = [] } = spec;
  if (!Array.isArray(refusals)) for (const status of Object.values(refusals)) statuses.add(status);
  else if (refusals.length > 0) for (const status of [404, 409, 410, 422, 429]) statuses.add(status);
  return [...statuses].sort((a, b) => a - b);
}

function responsesOf(route: CompiledRoute): Json {
  const { spec } = route;
  const status = spec.status ?? 200;
  const type = spec.produces ?? 'application/json';
  const content =
    type === 'application/json' ? { schema: schemaOf(spec.ok, 'output') } : { schema: { type: 'string' } };
  const responses: Json = {
    [status]: { description: 'Done', ...(status === 204 ? {} : { content: { [type]: content } }) },
  };
  for (const problem of statusesOf(route)) {
    responses[problem] = {
      description: titleOf(problem, 'en'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}
