/** From an HTTP request to what the engine is asked: credentials, SQL, settings, parameters and the rows of an INSERT. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import type { QueryContext } from './engine.ts';
import { ClickHouseError } from './errors.ts';
import type { Reader } from './reading/reader.ts';

/** A statement that comes in the body, decompressed. */
export const MAX_SQL_BYTES = 64 * 2 ** 20;
/** The rows of one INSERT, decompressed. */
export const MAX_ROWS_BYTES = 2 ** 30;

/** Parameters of ClickHouse's HTTP interface that are not settings. */
const KNOWN = new Set(
  'query database query_id session_id session_timeout session_check close_session user password default_format compress decompress buffer_size wait_end_of_query quota_key role stacktrace client_protocol_version'.split(
    ' ',
  ),
);
/** What chDB has no counterpart for: refused rather than silently ignored. */
const REFUSED: Readonly<Record<string, string>> = {
  session_id: 'Sessions are not kept: every request stands alone.',
  role: 'There are no roles in the embedded engine.',
};

export interface QueryRequest {
  readonly queryId: string | undefined;
  /** SQL from the address; the body's comes behind it. */
  readonly sql: string;
  readonly context: QueryContext;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who may come in: the owner by its secret, readers by their names and secrets. */
export interface Accounts {
  readonly secret: string;
  readonly readers: readonly Reader[];
}

/** Name and password, from any of the three places where ClickHouse reads them. */
function credentialsOf(request: IncomingMessage, url: URL): { readonly user: string; readonly password: string } {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Basic ')) {
    const [, user = '', password = ''] =
      /^([^:]*):(.*)$/s.exec(Buffer.from(authorization.slice(6), 'base64').toString('utf8')) ?? [];
    return { user, password };
  }
  const headerOf = (name: string) => request.headers[name]?.toString();
  return {
    user: headerOf('x-clickhouse-user') ?? url.searchParams.get('user') ?? '',
    password: headerOf('x-clickhouse-key') ?? url.searchParams.get('password') ?? '',
  };
}

/**
 * Tells a reader from the owner.
 * @returns the reader, or undefined for the owner, who may do everything
 * @throws ClickHouseError 516 for a wrong secret
 */
export function checkCredentials(
  request: IncomingMessage,
  url: URL,
  { secret, readers }: Accounts,
): Reader | undefined {
  const { user, password } = credentialsOf(request, url);
  const reader = readers.find((one) => one.user === user);
  const wanted = reader?.secret ?? secret;
  if (wanted === '' || timingSafeEqual(digest(password), digest(wanted))) return reader;
  const name = reader?.user ?? 'default';
  throw new ClickHouseError(516, 'AUTHENTICATION_FAILED', `${name}: Authentication failed: password is incorrect.`);
}

function contextOf(request: IncomingMessage, entries: Iterable<[string, string]>): QueryRequest {
  const settings = new Map<string, string>();
  const parameters = new Map<string, string>();
  const known = new Map<string, string>();
  for (const [name, value] of entries) {
    const refusal = value === '' ? undefined : REFUSED[name];
    if (refusal !== undefined) throw new ClickHouseError(48, 'NOT_IMPLEMENTED', refusal);
    if ((name === 'compress' || name === 'decompress') && value === '1') {
      throw new ClickHouseError(
        48,
        'NOT_IMPLEMENTED',
        'Native block compression over HTTP is not supported; use gzip.',
      );
    }
    if (name.startsWith('param_')) parameters.set(name.slice('param_'.length), value);
    else if (KNOWN.has(name)) known.set(name, value);
    else settings.set(name, value);
  }
  const headerOf = (name: string) => request.headers[name]?.toString();
  return {
    queryId: known.get('query_id') || undefined,
    sql: known.get('query') ?? '',
    context: {
      database: known.get('database') || headerOf('x-clickhouse-database') || undefined,
      settings,
      parameters,
      defaultFormat: known.get('default_format') || headerOf('x-clickhouse-format') || 'TabSeparated',
      readOnly: request.method === 'GET',
    },
  };
}

/** Reads the address, and the body as far as it is a form with parameters. */
export async function readRequest(request: IncomingMessage, url: URL): Promise<QueryRequest> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return contextOf(request, url.searchParams);
  const body = await readBody(request);
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields = [...form].map(([name, value]): [string, string] => {
    if (typeof value !== 'string')
      throw new ClickHouseError(48, 'NOT_IMPLEMENTED', 'External tables are not supported.');
    return [name, value];
  });
  return contextOf(request, [...url.searchParams, ...fields]);
}

function bounded(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= limit) done(null, chunk);
      else done(new ClickHouseError(229, 'QUERY_IS_TOO_LARGE', `The body is larger than ${limit} bytes.`));
    },
  });
}

function decompressor(request: IncomingMessage): Transform {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return new PassThrough();
  if (encoding === 'gzip') return createGunzip();
  if (encoding === 'deflate') return createInflate();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'zstd') return createZstdDecompress();
  throw new ClickHouseError(48, 'NOT_IMPLEMENTED', `Unknown compression: ${encoding}.`);
}

function asParseError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!code.startsWith('Z_') && !code.startsWith('ZSTD_') && !code.startsWith('ERR__')) return error;
  return new ClickHouseError(354, 'ZLIB_INFLATE_FAILED', 'The body does not decompress.');
}

/** The whole body, decompressed, up to the size a statement may have. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    await pipeline(request, decompressor(request), bounded(MAX_SQL_BYTES), async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) chunks.push(chunk);
    });
  } catch (error) {
    throw asParseError(error);
  }
  return Buffer.concat(chunks);
}

/** Writes the rows of an INSERT to a file, decompressed: first those of the statement itself, then the body's. */
export async function writeRows(file: string, inline: string, request: IncomingMessage | undefined): Promise<number> {
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(null, chunk);
    },
  });
  const target = createWriteStream(file, { mode: 0o600 });
  try {
    if (request === undefined) await pipeline(Readable.from([Buffer.from(inline)]), count, target);
    else {
      if (inline !== '') count.write(Buffer.from(inline));
      await pipeline(request, decompressor(request), bounded(MAX_ROWS_BYTES), count, target);
    }
  } catch (error) {
    throw asParseError(error);
  }
  return size;
}
