/** The mailbox's small HTTP interface: read-only, on loopback. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Letters } from './letters.ts';

const MOST = 200;

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

async function answer(letters: Letters, target: string, response: ServerResponse): Promise<void> {
  const url = new URL(target, 'http://127.0.0.1');
  const one = /^\/letters\/([^/]+)$/.exec(url.pathname);
  if (one) {
    const letter = await letters.get(one[1] ?? '');
    return letter ? send(response, 200, letter) : send(response, 404, { detail: 'There is no such letter.' });
  }
  if (url.pathname === '/healthz') return send(response, 200, { ok: true });
  if (url.pathname !== '/letters') return send(response, 404, { detail: 'There are /letters and /letters/ID here.' });
  const asked = Number(url.searchParams.get('limit') ?? '50');
  const limit = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST) : 50;
  const tenant = url.searchParams.get('tenant');
  const after = url.searchParams.get('after');
  const filter = { limit, ...(tenant === null ? {} : { tenant }), ...(after === null ? {} : { after }) };
  return send(response, 200, letters.list(filter));
}

/** Listens on 127.0.0.1. */
export function serveLetters(letters: Letters, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    // A foreign page whose name was pointed at loopback must not read letters: only our own names are served.
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (host !== '127.0.0.1' && host !== 'localhost') return send(response, 403, { detail: 'Not for this name.' });
    if (request.method !== 'GET') return send(response, 405, { detail: 'Letters are only read here.' });
    answer(letters, request.url ?? '/', response).catch((error: unknown) => {
      process.stderr.write(`mailbox: ${String(error)}\n`);
      if (!response.headersSent) send(response, 500, { detail: 'The letter could not be read.' });
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
