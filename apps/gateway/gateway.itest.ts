import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createService, type RunningService } from '@reglament/platform/http';
import { createLogger } from '@reglament/platform/telemetry';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { freePort } from '@reglament/testing/engines';
import { testNats } from '@reglament/testing/nats';
import { GatewayConfig } from './config.ts';
import { gateway } from './service.ts';
import { entities } from './store/entities.ts';
import { migrations } from './store/migrations/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = mkdtempSync(path.join(tmpdir(), 'reglament-console-'));
mkdirSync(path.join(pages, 'assets'));
writeFileSync(path.join(pages, 'index.html'), '<!doctype html><title>console</title>');
writeFileSync(path.join(pages, 'assets', 'index-abc.js'), '1;'.repeat(2_000));
const password = 'reglament-demo';
const [tenant, other] = ['ovk', 'edoc'];

let db: TestDatabase;
let service: RunningService<GatewayConfig>;
let url: string;
let upstream: Server;
let nats: Awaited<ReturnType<typeof testNats>>;
const lines: string[] = [];
/** Where nobody listens yet. */
let lateUrl: string;

/** An upstream that tells what reached it. */
async function startUpstream(): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      return;
    }
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

beforeAll(async () => {
  db = await testDatabase({ service: 'gateway', migrations, entities });
  nats = await testNats();
  upstream = await startUpstream();
  const upstreamUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  lateUrl = `http://127.0.0.1:${await freePort()}`;
  const config = GatewayConfig.parse({
    PORT: '0',
    DATABASE_URL: db.url,
    SYSTEM_DATABASE_URL: db.systemUrl,
    NATS_URL: nats.url,
    GATEWAY_URL: 'http://127.0.0.1:1',
    REGULATIONS_DIR: path.join(root, 'regulations'),
    DEMO_DIR: path.join(root, 'demo'),
    CONSOLE_DIR: pages,
    INTAKE_URLS: `http://127.0.0.1:1,${upstreamUrl}`,
    REPORTING_URLS: lateUrl,
    ROUTING_URLS: 'http://127.0.0.1:1',
    RATE_LIMITS: 'off',
  });
  const logger = createLogger({
    name: 'gateway',
    instance: '1',
    level: 'info',
    destination: { write: (line) => lines.push(line) },
  });
  service = await createService({ ...gateway(), logger }, config);
  url = await service.listen();
}, 120_000);
afterAll(async () => {
  await service?.close();
  upstream?.closeAllConnections();
  upstream?.close();
  await nats?.close();
  await db?.close();
  rmSync(pages, { recursive: true });
});

interface Signed {
  readonly cookie: string;
  readonly csrf: string;
}

const signInAs = (login: string, at = tenant, secret = password, address?: string): Promise<Response> =>
  fetch(`${url}/api/gateway/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(address ? { 'x-forwarded-for': address } : {}) },
    body: JSON.stringify({ tenant: at, login, password: secret }),
  });

async function signedIn(login: string, at = tenant, secret = password): Promise<Signed> {
  const response = await signInAs(login, at, secret);
  expect(response.status).toBe(200);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return { cookie: cookies.join('; '), csrf: cookies.find((cookie) => cookie.startsWith('rgl_csrf='))?.slice(9) ?? '' };
}

interface Call {
  readonly method?: string;
  readonly as?: Signed | null;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const call = (where: string, { method = 'GET', as = null, body, headers = {} }: Call = {}): Promise<Response> =>
  fetch(`${url}${where}`, {
    method,
    headers: {
      ...(as ? { cookie: as.cookie, 'x-csrf-token': as.csrf } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const json = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

test('the demonstration’s staff are there once, however often it is seeded, and were told to the others', async () => {
  const { DemoStaff } = await import('./seed/demo-staff.ts');
  expect(await service.app.get(DemoStaff).seed()).toBe(0);
  const [{ accounts, events } = { accounts: 0, events: 0 }] = await db.admin<{ accounts: number; events: number }>(
    "SELECT (SELECT count(*)::int FROM gateway.staff) AS accounts, (SELECT count(*)::int FROM gateway.outbox WHERE type = 'staff.changed.v1') AS events",
  );
  expect(accounts).toBe(40);
  expect(events).toBe(40);
});

test('signing in sets a cookie that scripts cannot read and one that they can; signing out ends the session for good', async () => {
  const response = await signInAs(`Moderator@${tenant} `);
  expect(response.status).toBe(200);
  const [session = '', csrf = ''] = response.headers.getSetCookie();
  expect(session).toMatch(/^rgl_session=.*HttpOnly.*SameSite=Lax/);
  expect(csrf).not.toContain('HttpOnly');
  expect(await json(response)).toMatchObject({ tenant, roles: ['moderator'], clock: { speed: 1, simulated: false } });

  const as = await signedIn(`moderator@${tenant}`);
  expect(await json(await call('/api/gateway/session', { as }))).toMatchObject({ tenant, roles: ['moderator'] });
  expect((await call('/api/gateway/session', { method: 'DELETE', as })).status).toBe(204);
  expect((await call('/api/gateway/session', { as })).status).toBe(401);
});

test('neither session tokens nor API keys nor passwords are stored, or logged', async () => {
  const as = await signedIn(`administrator@${tenant}`);
  const made = await json(
    await call('/api/gateway/api-keys', { method: 'POST', as, body: { name: 'program', scopes: ['intake:write'] } }),
  );
  const stored = JSON.stringify(
    await db.admin(
      'SELECT (SELECT json_agg(s) FROM gateway.sessions s) AS s, (SELECT json_agg(k) FROM gateway.api_keys k) AS k, (SELECT json_agg(t) FROM gateway.staff t) AS t',
    ),
  );
  const token = as.cookie.split(';')[0]?.split('=')[1] ?? 'missing';
  const hex = (text: string): string => Buffer.from(text).toString('hex');
  for (const secret of [token, String(made.key), password]) {
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(hex(secret));
    expect(lines.join('')).not.toContain(secret);
  }
  expect(stored).toContain('$argon2id$');
});

test('an unknown login and a wrong password are told alike, in the reader’s language', async () => {
  const answers = await Promise.all(
    [
      signInAs(`moderator@${tenant}`, tenant, 'wrong'),
      signInAs('nobody'),
      signInAs('nobody', 'nowhere'),
      signInAs(`moderator@${tenant}`, other),
    ].map(async (asked) => {
      const response = await asked;
      return { status: response.status, body: await json(response) };
    }),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
});

test('guessing is stopped per login, by all instances together, and a good password is then refused too', async () => {
  const second = await createService({ ...gateway(), logger: service.logger }, service.config);
  try {
    const [first, next] = [url, await second.listen()];
    const guess = (at: string, secret: string): Promise<Response> =>
      fetch(`${at}/api/gateway/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tenant: 'kuty', login: 'operator@kuty', password: secret }),
      });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1)
      statuses.push((await guess(attempt % 2 ? first : next, 'wrong')).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    const refused = await guess(first, password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await json(refused)).code).toBe('too-many-attempts');
  } finally {
    await second.close();
  }
});

test('a change with the cookie alone, a wrong token, or from a foreign page is refused', async () => {
  const as = await signedIn(`administrator@${tenant}`);
  const body = { name: 'program', scopes: ['intake:write'] };
  const attempts = [
    { as: { ...as, csrf: '' }, headers: {} },
    { as: { ...as, csrf: 'x'.repeat(43) }, headers: {} },
    { as, headers: { 'sec-fetch-site': 'cross-site' } },
  ];
  for (const attempt of attempts) {
    const response = await call('/api/gateway/api-keys', { method: 'POST', body, ...attempt });
    expect(response.status).toBe(403);
    expect((await json(response)).code).toBe('csrf-token-missing');
  }
  expect((await call('/api/gateway/api-keys', { method: 'POST', body, as })).status).toBe(201);
});

test('an API key works within its scope, is shown once, and a revoked one is refused', async () => {
  const as = await signedIn(`administrator@${tenant}`);
  const made = await json(
    await call('/api/gateway/api-keys', { method: 'POST', as, body: { name: 'crm', scopes: ['intake:write'] } }),
  );
  const key = String(made.key);
  expect(key).toMatch(/^rgl_ovk_/);
  expect(JSON.stringify(await (await call('/api/gateway/api-keys', { as })).json())).not.toContain(key);

  const reached = await json(
    await call('/api/intake/requests', { method: 'POST', headers: { 'x-api-key': key }, body: { a: 1 } }),
  );
  expect(reached).toMatchObject({ method: 'POST', url: '/requests' });
  const claims = JSON.parse(
    Buffer.from(
      String((reached.headers as Record<string, string>).authorization).split('.')[1] ?? '',
      'base64url',
    ).toString(),
  ) as Record<string, unknown>;
  expect(claims).toMatchObject({ tenant, kind: 'api-key', roles: [], scopes: ['intake:write'], name: 'crm' });
  expect(JSON.stringify(reached)).not.toContain(key);
  expect((await call('/api/gateway/staff', { headers: { 'x-api-key': key } })).status).toBe(403);

  const exchanged = await json(
    await call('/api/gateway/token', { method: 'POST', headers: { authorization: `ApiKey ${key}` } }),
  );
  expect(await service.verifier.verify(String(exchanged.token))).toMatchObject({ tenant, kind: 'api-key' });

  expect((await call(`/api/gateway/api-keys/${String(made.keyId)}`, { method: 'DELETE', as })).status).toBe(204);
  const refused = await call('/api/intake/requests', { headers: { 'x-api-key': key } });
  expect(refused.status).toBe(401);
  expect((await json(refused)).code).toBe('api-key-refused');
});

test('an administrator manages the accounts of one tenant, and cannot reach another’s', async () => {
  const [ours, theirs] = [await signedIn(`administrator@${tenant}`), await signedIn(`administrator@${other}`, other)];
  const person = {
    login: 'new@x',
    name: 'Новый Сотрудник',
    password: 'long enough',
    roles: ['agent'],
    skills: [],
    languages: ['ru'],
  };
  const added = await json(await call('/api/gateway/staff', { method: 'POST', as: ours, body: person }));
  const staffId = String(added.staffId);
  expect(JSON.stringify(added)).not.toContain('assword');
  expect((await call('/api/gateway/staff', { method: 'POST', as: ours, body: person })).status).toBe(409);

  const seen = (await (await call('/api/gateway/staff', { as: theirs })).json()) as { staffId: string }[];
  expect(seen).toHaveLength(8);
  expect(seen.map((each) => each.staffId)).not.toContain(staffId);
  expect(
    (await call(`/api/gateway/staff/${staffId}`, { method: 'PATCH', as: theirs, body: { active: false } })).status,
  ).toBe(404);
  const key = await json(
    await call('/api/gateway/api-keys', { method: 'POST', as: ours, body: { name: 'k', scopes: ['intake:read'] } }),
  );
  expect((await call(`/api/gateway/api-keys/${String(key.keyId)}`, { method: 'DELETE', as: theirs })).status).toBe(404);

  const agent = await signedIn('new@x', tenant, 'long enough');
  expect((await call('/api/gateway/staff', { as: agent })).status).toBe(403);
  const closed = await call(`/api/gateway/staff/${staffId}`, { method: 'PATCH', as: ours, body: { active: false } });
  expect(await json(closed)).toMatchObject({ active: false, name: 'Новый Сотрудник' });
  expect((await call('/api/gateway/session', { as: agent })).status).toBe(401);
  expect((await signInAs('new@x', tenant, 'long enough')).status).toBe(401);
  const events = await db.admin('SELECT payload FROM gateway.outbox WHERE subject_id = $1 ORDER BY id', [staffId]);
  expect(events.map((event) => (event.payload as { active: boolean }).active)).toEqual([true, false]);
});

test('the last administrator stays', async () => {
  const as = await signedIn('administrator@kz-portal', 'kz-portal');
  const { staffId } = await json(await call('/api/gateway/session', { as }));
  for (const body of [{ active: false }, { roles: ['agent'] }]) {
    const response = await call(`/api/gateway/staff/${String(staffId)}`, { method: 'PATCH', as, body });
    expect(response.status).toBe(409);
    expect((await json(response)).code).toBe('last-administrator');
  }
  expect((await call('/api/gateway/staff', { as })).status).toBe(200);
});

test('what a client says about itself never reaches a service; who it is does, signed', async () => {
  const as = await signedIn(`moderator@${tenant}`);
  const forged = {
    authorization: 'Bearer forged',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil',
    'x-reglament-tenant': 'edoc',
    forwarded: 'for=6.6.6.6',
  };
  const anonymous = await json(await call('/api/intake/a?b=%20c', { headers: forged }));
  expect(anonymous.url).toBe('/a?b=%20c');
  expect(JSON.stringify(anonymous)).not.toMatch(/forged|6\.6\.6\.6|evil|x-reglament/);
  expect((anonymous.headers as Record<string, string>).authorization).toBeUndefined();

  const signed = await json(await call('/api/intake/a', { method: 'POST', as, body: { text: 'ж' } }));
  const headers = signed.headers as Record<string, string>;
  expect(signed.body).toBe('{"text":"ж"}');
  expect(headers.cookie).toBeUndefined();
  expect(headers.traceparent).toMatch(/^00-/);
  expect(await service.verifier.verify(String(headers.authorization).slice(7))).toMatchObject({
    tenant,
    roles: ['moderator'],
  });
});

test('a dead instance is passed by; when none is left the answer is a 503 problem', async () => {
  for (let n = 0; n < 6; n += 1) {
    expect((await call('/api/intake/x')).status).toBe(200);
    expect((await call('/api/intake/x', { method: 'POST', body: {} })).status).toBe(200);
  }
  const away = await call('/api/routing/queue');
  expect(away.status).toBe(503);
  expect(away.headers.get('content-type')).toContain('application/problem+json');
  expect(away.headers.get('retry-after')).toBe('1');
  expect((await call('/api/sla/x')).status).toBe(503);
});

test.each([
  '/api/nowhere/x',
  '/api/intake/metrics',
  '/api/intake/a/../metrics',
  '/api/intake/%2e%2e/readyz',
  '/api/intake//evil.example/x',
  '/api/gateway/nothing',
  '/api/intake',
])('%s is not forwarded', async (where) => {
  const { hostname, port } = new URL(url);
  const { request } = await import('node:http');
  // fetch() would resolve the dots itself
  const status = await new Promise((resolve, reject) =>
    request({ hostname, port, path: where }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end(),
  );
  expect(status).toBe(404);
});

test('event streams pass through as they come', async () => {
  const response = await call('/api/intake/stream');
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(Buffer.from(first?.value ?? []).toString()).toBe('data: 1\n\n');
  await reader?.cancel();
});

test('pages carry a policy without inline scripts; a form alone may be framed, by the sites of its regulation', async () => {
  const page = await call('/docs');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(await page.text()).toContain('/api/gateway/session');
  const framedBy = async (where: string) => {
    const { headers } = await call(where);
    const [, ancestors] = /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '') ?? [];
    expect([where, headers.get('x-frame-options')]).toEqual([where, ancestors === "'none'" ? 'DENY' : null]);
    return ancestors;
  };
  const care = 'https://accounting.ovk.example.org';
  expect(await framedBy('/embed/ovk/care-accounting')).toBe(care);
  expect(await framedBy('/embed/ovk/care-accounting/?lang=en')).toBe(care);
  for (const where of [
    '/h/ovk',
    '/h/ovk?entry=care-accounting',
    '/moderator?x=/embed/ovk/care-accounting',
    '/embed/ovk/phone-line',
    '/embed/ovk/nothing',
    '/embed/ovk/care-accounting/more',
    '/embed/nobody/care-accounting',
    '/embed/__proto__/constructor',
  ]) {
    expect([where, await framedBy(where)]).toEqual([where, "'none'"]);
  }
  expect((await call('/embed.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('every address of the console is its one page; files are kept for ever, the page is asked for again', async () => {
  for (const where of ['/', '/moderator', '/h/ovk?entry=site', '/agent/0193a000-0000-7000-8000-000000000000']) {
    const page = await call(where);
    expect([where, page.status, page.headers.get('cache-control')]).toEqual([where, 200, 'no-cache']);
    expect(await page.text()).toContain('<title>console</title>');
  }
  const script = await call('/assets/index-abc.js', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-encoding')).toBe('br');
  const etag = script.headers.get('etag') ?? '';
  expect(
    (await call('/assets/index-abc.js', { headers: { 'accept-encoding': 'br', 'if-none-match': etag } })).status,
  ).toBe(304);
  for (const where of ['/assets/gone.js', '/favicon.png', '/api/none']) expect((await call(where)).status).toBe(404);
});

test('a service that was killed and comes back is waited for, and nothing is sent to it twice', async () => {
  const seen: string[] = [];
  const late = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(200).end('{}');
  });
  const answer = call('/api/reporting/late', { method: 'POST', body: {} });
  setTimeout(() => late.listen(Number(new URL(lateUrl).port), '127.0.0.1'), 400);
  expect((await answer).status).toBe(200);
  expect(seen).toEqual(['POST /late']);
  late.closeAllConnections();
  await new Promise((resolve) => late.close(resolve));
});
