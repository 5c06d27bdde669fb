/** ClickHouse's HTTP interface in front of the engine: what `@clickhouse/client` and Grafana's plugin speak. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Engine, EngineResult } from './engine.ts';
import { asClickHouseError, ClickHouseError, statusOf } from './errors.ts';
import type { Reader } from './reading/reader.ts';
import { type Accounts, checkCredentials, type QueryRequest, readBody, readRequest, writeRows } from './request.ts';
import { readSql } from './sql.ts';

const zip = promisify(gzip);
const MAX_CONNECTIONS = 512;
/** Longer than any client keeps an idle socket, so that the client is the one to close it. */
const KEEP_ALIVE_MS = 30_000;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  JSON: 'application/json; charset=UTF-8',
  JSONCompact: 'application/json; charset=UTF-8',
  JSONEachRow: 'application/x-ndjson; charset=UTF-8',
  TabSeparated: 'text/tab-separated-values; charset=UTF-8',
  CSV: 'text/csv; charset=UTF-8; header=absent',
  CSVWithNames: 'text/csv; charset=UTF-8; header=present',
};

interface Answer extends EngineResult {
  readonly format: string;
  readonly written: boolean;
}

export class HttpInterface {
  readonly #engine: Engine;
  readonly #accounts: Accounts;
  /** Rows on their way in; emptied at every start. */
  readonly #incoming: string;
  readonly #server: Server;

  constructor(engine: Engine, options: Accounts & { incoming: string }) {
    this.#engine = engine;
    this.#accounts = options;
    this.#incoming = options.incoming;
    rmSync(this.#incoming, { recursive: true, force: true });
    mkdirSync(this.#incoming, { recursive: true, mode: 0o700 });
    this.#server = createServer((request, response) => void this.#handle(request, response));
    this.#server.maxConnections = MAX_CONNECTIONS;
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.#server.requestTimeout = 0;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => resolve());
    });
  }

  /** Takes no more requests, lets those that run finish. */
  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeIdleConnections();
    await this.#engine.close();
    this.#server.closeAllConnections();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://clickhouse');
    const queryId = url.searchParams.get('query_id') || randomUUID();
    response.setHeader('x-clickhouse-query-id', queryId);
    response.setHeader('x-clickhouse-server-display-name', 'reglament');
    response.setHeader('x-clickhouse-timezone', 'UTC');
    try {
      if (url.pathname === '/ping' || (request.method === 'GET' && url.pathname === '/' && url.search === '')) {
        response.setHeader('content-type', 'text/html; charset=UTF-8');
        response.end('Ok.\n');
        return;
      }
      if (url.pathname !== '/') {
        response.statusCode = 404;
        response.end('There is no such address.\n');
        return;
      }
      const reader = checkCredentials(request, url, this.#accounts);
      const answer = reader === undefined ? await this.#answer(request, url) : await this.#read(request, url, reader);
      await send(request, url, response, answer);
    } catch (error) {
      refuse(request, response, error);
    }
  }

  async #answer(request: IncomingMessage, url: URL): Promise<Answer> {
    const asked = await readRequest(request, url);
    const hasBody = request.method === 'POST' && !request.readableEnded;
    const fromAddress = readSql(asked.sql);
    if (fromAddress.kind === 'insert') {
      return this.#insert(fromAddress, asked, hasBody ? request : undefined);
    }
    const body = hasBody ? (await readBody(request)).toString('utf8') : '';
    const statement = readSql(asked.sql === '' ? body : `${asked.sql}\n${body}`);
    if (statement.kind === 'several') {
      const where = `failed at position ${statement.position} (end of query)`;
      throw new ClickHouseError(62, 'SYNTAX_ERROR', `Syntax error (Multi-statements are not allowed): ${where}.`);
    }
    if (statement.kind === 'insert') return this.#insert(statement, asked, undefined);
    if (statement.isEmpty) throw new ClickHouseError(62, 'SYNTAX_ERROR', 'Syntax error: Empty query.');
    if (asked.context.readOnly && !statement.reads) {
      throw new ClickHouseError(
        164,
        'READONLY',
        'Cannot execute query in readonly mode. For queries over HTTP, method GET implies readonly.',
      );
    }
    const result = await this.#engine.run(statement, asked.context);
    return { ...result, format: statement.format ?? asked.context.defaultFormat, written: false };
  }

  async #read(request: IncomingMessage, url: URL, reader: Reader): Promise<Answer> {
    const { sql, context } = await readRequest(request, url);
    const hasBody = request.method === 'POST' && !request.readableEnded;
    const body = hasBody ? (await readBody(request)).toString('utf8') : '';
    const result = await this.#engine.read(sql === '' ? body : `${sql}\n${body}`, context, reader);
    return { ...result, written: false };
  }

  async #insert(
    insert: Parameters<Engine['insert']>[0],
    asked: QueryRequest,
    body: IncomingMessage | undefined,
  ): Promise<Answer> {
    if (asked.context.readOnly) throw new ClickHouseError(164, 'READONLY', 'Cannot execute query in readonly mode.');
    const file = path.join(this.#incoming, randomUUID());
    try {
      const size = await writeRows(file, insert.data, body);
      const nothing: EngineResult = { bytes: new Uint8Array(), rowsRead: 0, bytesRead: 0, seconds: 0 };
      const result = size === 0 ? nothing : await this.#engine.insert(insert, file, asked.context);
      return { ...result, bytes: nothing.bytes, format: insert.format, written: true };
    } finally {
      await rm(file, { force: true });
    }
  }
}

function summary(answer: Answer): string {
  const rows = String(answer.rowsRead);
  const bytes = String(answer.bytesRead);
  return JSON.stringify({
    read_rows: rows,
    read_bytes: bytes,
    written_rows: answer.written ? rows : '0',
    written_bytes: answer.written ? bytes : '0',
    total_rows_to_read: '0',
    result_rows: answer.written ? rows : '0',
    result_bytes: String(answer.bytes.length),
    elapsed_ns: String(Math.round(answer.seconds * 1e9)),
  });
}

async function send(request: IncomingMessage, url: URL, response: ServerResponse, answer: Answer): Promise<void> {
  response.setHeader('content-type', CONTENT_TYPES[answer.format] ?? 'application/octet-stream');
  response.setHeader('x-clickhouse-format', answer.format);
  response.setHeader('x-clickhouse-summary', summary(answer));
  const accepts = request.headers['accept-encoding']?.toString() ?? '';
  const wantsGzip = url.searchParams.get('enable_http_compression') === '1' && /\bgzip\b/.test(accepts);
  if (!wantsGzip || answer.bytes.length === 0) {
    response.end(answer.bytes);
    return;
  }
  response.setHeader('content-encoding', 'gzip');
  response.end(await zip(answer.bytes, { level: 1 }));
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const { code, message } = asClickHouseError(error);
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.statusCode = statusOf(code);
  response.setHeader('x-clickhouse-exception-code', String(code));
  response.setHeader('content-type', 'text/plain; charset=UTF-8');
  // A body that was not read to its end would be taken for the next request on this socket.
  if (!request.complete) response.setHeader('connection', 'close');
  response.end(`${message}\n`);
}
