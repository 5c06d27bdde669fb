/** The merged OpenAPI document as the checks of the whole API walk it. */
export interface Json {
  readonly [key: string]: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Json;
}

export interface Operation {
  readonly method: string;
  /** `/api/routing/requests/{requestId}` */
  readonly path: string;
  readonly allow: 'public' | 'signed-in' | readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: Json | undefined;
  /** Statuses the document promises. */
  readonly statuses: ReadonlySet<number>;
  readonly streams: boolean;
}

interface Document {
  readonly info: { readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** Every operation of the platform. @throws Error when a service did not answer with its document */
export async function allOperations(url: string): Promise<Operation[]> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
  if (document.info.description?.includes('Not answering')) throw new Error(document.info.description);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf(method, path, operation)),
  );
}

function operationOf(method: string, path: string, operation: Json): Operation {
  const responses = operation.responses as Readonly<Record<string, { content?: Json }>>;
  const body = operation.requestBody as { content?: Record<string, { schema?: Json }> } | undefined;
  return {
    method: method.toUpperCase(),
    path,
    allow: operation['x-allow'] as Operation['allow'],
    parameters: (operation.parameters ?? []) as Parameter[],
    body: body?.content?.['application/json']?.schema,
    statuses: new Set(Object.keys(responses).map(Number)),
    streams: Object.values(responses).some((response) => 'text/event-stream' in (response.content ?? {})),
  };
}

/** A value that a schema takes; `hints` by property name win, so that ids can be somebody else's. */
export function sampleOf(
  schema: Json | undefined,
  hints: Readonly<Record<string, unknown>>,
  name = '',
  depth = 0,
): unknown {
  if (schema === undefined || depth > 8) return null;
  if (name in hints) return hints[name];
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const either = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (either) return sampleOf(either[0], hints, name, depth + 1);
  switch ([schema.type].flat()[0]) {
    case 'object': {
      const properties = (schema.properties ?? {}) as Record<string, Json>;
      return Object.fromEntries(
        Object.entries(properties).map(([key, each]) => [key, sampleOf(each, hints, key, depth + 1)]),
      );
    }
    case 'array':
      return Number(schema.minItems ?? 0) > 0 ? [sampleOf(schema.items as Json, hints, '', depth + 1)] : [];
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema.minimum ?? 1));
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return sampleText(schema);
  }
}

function sampleText({ format, minLength, pattern }: Json): string {
  if (format === 'uuid') return '0193a000-0000-7000-8000-000000000000';
  if (format === 'email') return 'somebody@example.org';
  if (format === 'date-time') return '2026-11-02T09:00:00.000Z';
  if (format === 'date') return '2026-11-02';
  if (typeof pattern === 'string' && /\\d\{4\}-\\d\{2\}/.test(pattern)) return '2026-11';
  return 'x'.repeat(Math.max(1, Number(minLength ?? 1)));
}

/** Fills a path and adds what the query requires. */
export function addressOf(operation: Operation, hints: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  let path = operation.path;
  for (const parameter of operation.parameters) {
    const value = String(sampleOf(parameter.schema, hints, parameter.name));
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
    else if (parameter.in === 'query' && (parameter.required === true || parameter.name in hints))
      query.set(parameter.name, value);
  }
  const search = query.toString();
  return search === '' ? path : `${path}?${search}`;
}
