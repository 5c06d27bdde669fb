import { Controller, Delete, Get, Module, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import { AUDIENCE, claimsOf, ISSUER, type Principal, type Role } from '../auth/index.ts';
import { ServiceConfig } from '../config/index.ts';
import { accept, type Outcome, refuse } from '../outcome/index.ts';
import { createLogger, currentTraceparent } from '../telemetry/index.ts';
import {
  Accepts,
  Caller,
  createService,
  Endpoint,
  endpoint,
  Input,
  type InputOf,
  type Language,
  type RunningService,
  sse,
} from './index.ts';

const echo = endpoint({
  summary: 'Says it back',
  allow: 'public',
  params: z.object({ id: z.string().max(20) }),
  query: z.object({ limit: z.coerce.number().int().max(200).default(50) }),
  headers: z.object({ 'idempotency-key': z.string().max(100).optional() }),
  body: z.object({
    requester: z.object({ email: z.email(), name: z.string().min(1).max(10) }),
    fields: z.record(z.string(), z.string()).default({}),
  }),
  ok: z.object({ id: z.string() }),
  status: 201,
});

@Controller()
class Things {
  @Post('things/:id')
  @Endpoint(echo)
  echo(@Input() input: InputOf<typeof echo>, @Accepts() language: Language): object {
    return {
      id: input.params.id,
      limit: input.query.limit,
      key: input.headers['idempotency-key'],
      language,
      trace: currentTraceparent(),
    };
  }

  @Get('refused')
  @Endpoint({ summary: 'Refuses', allow: 'public', ok: z.void(), refusals: { taken: 409 } })
  refused(): Outcome<void> {
    return refuse({ code: 'taken', status: 409, detail: 'Somebody was faster.', clause: '2.4', data: { agent: 'A' } });
  }

  @Get('accepted')
  @Endpoint({
    summary: 'Accepts',
    allow: 'public',
    ok: z.object({ n: z.int() }),
    rateLimit: { max: 3, perSeconds: 60 },
  })
  async accepted(): Promise<Outcome<{ n: number }>> {
    return accept({ n: 1 });
  }

  @Get('broken')
  @Endpoint({ summary: 'Breaks', allow: 'public', ok: z.void() })
  broken(): never {
    throw new Error('secret detail hunter2');
  }

  @Get('away')
  @Endpoint({ summary: 'The engine is away', allow: 'public', ok: z.void() })
  away(): never {
    throw new Error('query failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
  }

  @Delete('managed')
  @Endpoint({ summary: 'For managers', allow: ['manager', 'api-key'], ok: z.void(), status: 204 })
  managed(@Caller() caller: Principal): undefined {
    if (caller.tenant !== 'alpha') throw new Error('wrong tenant');
    return undefined;
  }

  @Get('signed-in')
  @Endpoint({ summary: 'For staff', allow: 'signed-in', ok: z.object({ subject: z.string() }) })
  signedIn(@Caller() caller: Principal): object {
    return { subject: caller.subject };
  }

  @Get('live')
  @Endpoint({ summary: 'Streams', allow: 'public', ok: z.void(), produces: 'text/event-stream' })
  live(@Res() reply: FastifyReply): void {
    const stream = sse(reply);
    stream.send({ type: 'hello', data: { n: 1 } });
    stream.close();
  }

  @Get('csv')
  @Endpoint({ summary: 'A table', allow: 'public', ok: z.string(), produces: 'text/csv; charset=utf-8' })
  csv(): string {
    return 'a,b\r\n';
  }
}

@Module({ controllers: [Things] })
class ThingsModule {}

const config = ServiceConfig.parse({
  PORT: '0',
  DATABASE_URL: 'postgres://a@127.0.0.1:1/a',
  SYSTEM_DATABASE_URL: 'postgres://a@127.0.0.1:1/a',
  NATS_URL: 'nats://127.0.0.1:1',
  GATEWAY_URL: 'http://127.0.0.1:1',
});
const lines: string[] = [];
const logger = createLogger({
  name: 'things',
  instance: '1',
  level: 'info',
  destination: { write: (line) => lines.push(line) },
});
const pair = await generateKeyPair('Ed25519');
let service: RunningService<ServiceConfig>;
let url: string;

beforeAll(async () => {
  service = await createService(
    { name: 'things', module: () => ThingsModule, keys: () => async () => pair.publicKey, logger },
    config,
  );
  url = await service.listen();
});
afterAll(() => service.close());

const tokenOf = (caller: Partial<Principal>): Promise<string> =>
  new SignJWT({
    ...claimsOf({ tenant: 'alpha', subject: 's', name: 'N', roles: [], kind: 'staff', scopes: [], ...caller }),
  })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(caller.subject ?? 's')
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime('1m')
    .sign(pair.privateKey);

const good = { requester: { email: 'a@example.org', name: 'A' } };
const post = (body: unknown, init: { path?: string; headers?: Record<string, string> } = {}): Promise<Response> =>
  fetch(`${url}${init.path ?? '/things/1?limit=7'}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...init.headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const problem = async (response: Response): Promise<Record<string, unknown>> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return (await response.json()) as Record<string, unknown>;
};

test('a handler gets what the schemas made of the request, the language and the trace', async () => {
  const response = await post(good, {
    headers: {
      'idempotency-key': 'k1',
      'accept-language': 'de, kk-KZ;q=0.8, en;q=0.5',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({
    id: '1',
    limit: 7,
    key: 'k1',
    language: 'kk',
    trace: expect.stringContaining('0af7651916cd43dd8448eb211c80319c'),
  });
});

test('a refused input names field and rule, in the language asked for, all at once', async () => {
  const response = await post(
    { requester: { email: 'nonsense', name: '' } },
    { path: '/things/1?limit=x', headers: { 'accept-language': 'uk' } },
  );
  expect(response.status).toBe(400);
  const document = await problem(response);
  expect(document).toMatchObject({ status: 400, code: 'invalid', title: 'Неправильний запит' });
  expect(document.errors).toEqual([
    { field: 'limit', rule: 'type', message: 'Значення неправильного типу' },
    { field: 'requester.email', rule: 'email', message: 'Це не схоже на адресу електронної пошти' },
    { field: 'requester.name', rule: 'required', message: 'Заповніть це поле' },
  ]);
});

test.each([
  ['NUL in a text', `{"requester":{"email":"a@example.org","name":"a\\u0000"}}`, 'requester.name'],
  ['half a surrogate pair', `{"requester":{"email":"a@example.org","name":"a\\ud800"}}`, 'requester.name'],
  ['NUL in a key', `{"requester":{"email":"a@example.org","name":"a"},"fields":{"a\\u0000":"b"}}`, 'fields.a�'],
])('%s never reaches a handler', async (_, body, field) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect((await problem(response)).errors).toMatchObject([{ field, rule: 'characters' }]);
});

test.each<[string, () => Promise<Response>, number, string]>([
  ['malformed JSON', () => post('{"a":'), 400, 'malformed-json'],
  ['a poisoned prototype', () => post('{"__proto__":{"a":1}}'), 400, 'malformed-json'],
  ['no body', () => post(''), 400, 'invalid'],
  [
    'another content type',
    () => post('<a/>', { headers: { 'content-type': 'text/xml' } }),
    415,
    'unsupported-media-type',
  ],
  ['plain text', () => post('hello', { headers: { 'content-type': 'text/plain' } }), 415, 'unsupported-media-type'],
  ['too large a body', () => post({ ...good, pad: 'x'.repeat(300_000) }), 413, 'body-too-large'],
  ['a body of 100,000 brackets', () => post('['.repeat(100_000) + ']'.repeat(100_000)), 400, 'invalid'],
  ['an unknown address', () => fetch(`${url}/nothing`), 404, 'not-found'],
  ['an unsupported method', () => fetch(`${url}/things/1`, { method: 'PUT' }), 405, 'method-not-allowed'],
  ['a broken escape', () => fetch(`${url}/things/%zz`, { method: 'POST' }), 400, 'malformed-request'],
  ['NUL in a path', () => post(good, { path: '/things/a%00b' }), 400, 'invalid'],
  ['too long a parameter', () => post(good, { path: `/things/${'a'.repeat(1000)}` }), 414, 'malformed-request'],
  ['a repeated parameter', () => post(good, { path: '/things/1?limit=1&limit=2' }), 400, 'invalid'],
])('%s is answered with a problem document', async (_, ask, status, code) => {
  const response = await ask();
  expect(response.status).toBe(status);
  expect(await problem(response)).toMatchObject({
    status,
    code,
    title: expect.any(String),
    detail: expect.any(String),
  });
});

test('a refusal is a problem document with its clause and data; an acceptance is its value', async () => {
  const refused = await fetch(`${url}/refused`);
  expect(refused.status).toBe(409);
  expect(await problem(refused)).toMatchObject({
    code: 'taken',
    clause: '2.4',
    agent: 'A',
    detail: 'Somebody was faster.',
  });
  expect(await (await fetch(`${url}/accepted`)).json()).toEqual({ n: 1 });
});

test('an exception is logged whole and told without detail; an outage is 503', async () => {
  const broken = await fetch(`${url}/broken`);
  expect(broken.status).toBe(500);
  expect(JSON.stringify(await problem(broken))).not.toContain('hunter2');
  expect(lines.join('')).toContain('secret detail hunter2');
  const away = await fetch(`${url}/away`);
  expect(away.status).toBe(503);
  expect(away.headers.get('retry-after')).toBe('1');
});

test('a route says who may call it: roles, scopes of API keys, any staff', async () => {
  const ask = async (path: string, method: string, caller: Partial<Principal> | null): Promise<number> => {
    const headers = caller === null ? {} : { authorization: `Bearer ${await tokenOf(caller)}` };
    return (await fetch(`${url}${path}`, { method, headers })).status;
  };
  const staff = (role: Role): Partial<Principal> => ({ roles: [role] });
  expect(await ask('/managed', 'DELETE', null)).toBe(401);
  expect(await ask('/managed', 'DELETE', staff('agent'))).toBe(403);
  expect(await ask('/managed', 'DELETE', staff('manager'))).toBe(204);
  expect(await ask('/managed', 'DELETE', { kind: 'api-key', scopes: ['things:read'] })).toBe(403);
  expect(await ask('/managed', 'DELETE', { kind: 'api-key', scopes: ['things:write'] })).toBe(204);
  expect(await ask('/signed-in', 'GET', staff('agent'))).toBe(200);
  expect(await ask('/signed-in', 'GET', { roles: [] })).toBe(403);
  expect(await ask('/signed-in', 'GET', { kind: 'api-key', scopes: ['things:read'] })).toBe(403);
});

test('a route with a limit refuses what is above it and says when to come back', async () => {
  let last = await fetch(`${url}/accepted`);
  for (let n = 0; n < 4 && last.status === 200; n += 1) last = await fetch(`${url}/accepted`);
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('streams and other formats leave as what they are', async () => {
  const live = await fetch(`${url}/live`);
  expect(live.headers.get('content-type')).toContain('text/event-stream');
  expect(await live.text()).toContain('event: hello\ndata: {"n":1}\n\n');
  const csv = await fetch(`${url}/csv`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
});

test('the platform’s own routes answer, and the OpenAPI document names who may call what', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  service.readiness.add('engine', () => {
    throw new Error('away');
  });
  const ready = await fetch(`${url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ status: 'not-ready', checks: { engine: 'failed' } });
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('route="/things/:id"');
  expect((await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '1.2.3.4' } })).status).toBe(404);
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  expect(document.paths['/managed']?.delete?.['x-allow']).toEqual(['manager', 'api-key']);
  expect(Object.keys((document.paths['/things/{id}']?.post?.responses ?? {}) as object)).toEqual(
    expect.arrayContaining(['201', '400', '413', '415']),
  );
});

test('a route that does not say who may call it does not boot', async () => {
  @Controller()
  class Forgotten {
    @Get('forgotten')
    get(): string {
      return '';
    }
  }
  @Module({ controllers: [Forgotten] })
  class ForgottenModule {}
  const boot = async (): Promise<void> => {
    const forgotten = await createService(
      { name: 'x', module: () => ForgottenModule, keys: () => async () => pair.publicKey, logger },
      config,
    );
    await forgotten.listen();
  };
  await expect(boot()).rejects.toThrow('GET /forgotten has no @Endpoint()');
});
