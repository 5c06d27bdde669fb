import { Controller, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventOf, RequestSubmittedV1 } from '@reglament/contracts';
import { eventually } from '@reglament/testing/eventually';
import { generateKeyPair, SignJWT } from 'jose';
import { AUDIENCE, claimsOf, ISSUER, type Principal } from '../auth/index.ts';
import { ServiceConfig } from '../config/index.ts';
import { createService, type RunningService } from '../http/index.ts';
import { type House, hear, testHouse } from '../jetstream/events.samples.ts';
import { EventContext } from '../jetstream/index.ts';
import { createLogger, currentTraceparent, withTrace } from '../telemetry/index.ts';
import { connectEvents, EventsModule } from './index.ts';

let tries = 0;
let isBroken = false;
let started = 0;
const traces: (string | undefined)[] = [];

@Controller()
class Hears implements OnApplicationBootstrap {
  onApplicationBootstrap(): void {
    started += 1;
  }

  @EventPattern<string>('request.submitted.v1')
  async on(@Payload() event: EventOf<typeof RequestSubmittedV1>, @Ctx() context: EventContext): Promise<void> {
    tries += 1;
    traces.push(currentTraceparent());
    await hear(event, context);
    if (isBroken) throw new Error('a bug that only this test has');
  }
}

@Module({ imports: [EventsModule.forService({ service: 'routing', consumes: true })], controllers: [Hears] })
class Routing {}

let house: House;
let service: RunningService<ServiceConfig>;
let url: string;
const keys = await generateKeyPair('Ed25519');
const role = (of: string) => of.replace('reglament_intake', 'reglament_routing');

async function start(natsUrl: string): Promise<RunningService<ServiceConfig>> {
  const config = ServiceConfig.parse({
    PORT: '0',
    DATABASE_URL: role(house.db.url),
    SYSTEM_DATABASE_URL: role(house.db.systemUrl),
    NATS_URL: natsUrl,
    GATEWAY_URL: 'http://127.0.0.1:1',
  });
  const logger = createLogger({ name: 'routing', instance: '1', level: 'silent' });
  const wiring = {
    name: 'routing',
    module: () => Routing,
    prepare: connectEvents,
    keys: () => async () => keys.publicKey,
  };
  return createService({ ...wiring, logger }, config);
}

beforeAll(async () => {
  house = await testHouse();
  service = await start(house.nats.url);
  url = await service.listen();
  house.relay();
}, 90_000);
beforeEach(() => {
  tries = 0;
  isBroken = false;
});
afterAll(async () => {
  await service.close();
  await house.close();
});

async function as(tenant: string, path: string, method = 'GET') {
  const caller: Principal = { tenant, subject: 'a', name: 'A', roles: ['administrator'], kind: 'staff', scopes: [] };
  const token = await new SignJWT(claimsOf(caller))
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(caller.subject)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(keys.privateKey);
  const response = await fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as [{ id: number }] };
}

test('modules are started once, although the service is HTTP and consumers in one', () => {
  expect(started).toBe(1);
});

test('a service made of the module hears events, under the trace of what caused them', async () => {
  const cause = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await withTrace(cause, () => house.submit('ovk', ['hello']));
  await eventually(async () => (await house.heard()).includes('hello'));
  expect(traces.at(-1)).toContain('0af7651916cd43dd8448eb211c80319c');
});

test("a handler's error is not swallowed by Nest: the event comes again until it takes effect, once", async () => {
  isBroken = true;
  await house.submit('ovk', ['fragile']);
  await eventually(() => tries >= 3);
  isBroken = false;
  await eventually(async () => (await house.heard()).filter((note) => note === 'fragile').length === 1);
});

test("an administrator sees the dead letters of the own tenant and replays one; another tenant's do not exist", async () => {
  await house.submit('ovk', ['buried']);
  await eventually(async () => (await house.heard()).includes('buried'));
  await house.db.admin(`INSERT INTO routing.dead_letters (event_id, tenant, type, source, subject_id, reason, error, headers, body, deliveries)
    SELECT o.event_id, o.tenant, o.type, 'intake', o.subject_id, 'failed', 'Error: once', jsonb_build_object('ce-id', o.event_id, 'ce-type', o.type,
           'ce-source', 'intake', 'ce-tenant', o.tenant, 'ce-subject', o.subject_id, 'ce-time', '2026-11-02T06:00:00.000Z'), o.payload::text, 10
      FROM intake.outbox o WHERE o.payload->>'summary' = 'buried'`);
  await house.db.admin(
    "DELETE FROM routing.inbox USING intake.outbox o WHERE o.event_id = inbox.event_id AND o.payload->>'summary' = 'buried'",
  );
  const list = await as('ovk', '/dead-letters');
  expect(list).toMatchObject({
    status: 200,
    body: [{ reason: 'failed', type: 'request.submitted.v1', deliveries: 10 }],
  });
  expect((await as('edoc', '/dead-letters')).body).toEqual([]);
  const path = `/dead-letters/${list.body[0].id}/replay`;
  expect((await as('edoc', path, 'POST')).status).toBe(404);

  isBroken = true;
  expect(await as('ovk', path, 'POST')).toMatchObject({ status: 422, body: { code: 'still-fails' } });
  isBroken = false;
  expect(await as('ovk', path, 'POST')).toMatchObject({ status: 200, body: { replayed: true } });
  expect((await as('ovk', '/dead-letters')).body).toEqual([]);
  expect((await house.heard()).filter((note) => note === 'buried')).toHaveLength(2);
});

test('a service that was up stays ready while NATS is away, and goes on when it is back', async () => {
  await house.nats.kill();
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await house.submit('ovk', ['later']);
  await house.nats.start();
  await eventually(async () => (await house.heard()).includes('later'), { within: 30_000 });
});

test('a service that never saw NATS is not ready, says so, and can still be stopped', async () => {
  const lonely = await start('nats://127.0.0.1:1');
  const address = await lonely.listen();
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  await lonely.close();
});

test('a service stops while NATS is away, without waiting for it', async () => {
  const other = await start(house.nats.url);
  await other.listen();
  await eventually(async () => (await fetch(`${url}/readyz`)).ok);
  await house.nats.kill();
  const from = performance.now();
  await other.close();
  expect(performance.now() - from).toBeLessThan(8_000);
  await house.nats.start();
});

test('what the relay and the consumers do can be measured', async () => {
  const text = await (await fetch(`${url}/metrics`)).text();
  for (const name of [
    'relay_leads',
    'relay_waiting',
    'events_handled_total',
    'events_in_flight',
    'events_dead_total',
  ]) {
    expect(text).toContain(`# TYPE ${name}`);
  }
});
