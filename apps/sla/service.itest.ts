import { jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type Envelope, type EventType, type PayloadOf, subjectOf } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { AUDIENCE, claimsOf, ISSUER, type Principal } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import { ServiceConfig } from '@reglament/platform/config';
import { connectEvents } from '@reglament/platform/events';
import { createService, type RunningService } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import { headersOf } from '@reglament/platform/jetstream';
import { createLogger } from '@reglament/platform/telemetry';
import { aRequest } from '@reglament/testing/builders';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { eventually } from '@reglament/testing/eventually';
import { testNats } from '@reglament/testing/nats';
import { generateKeyPair, SignJWT } from 'jose';
import type { ClockView } from './http/shapes.ts';
import { msk, shown } from './sla.samples.ts';
import { slaModule } from './sla-module.ts';
import { migrations } from './store/migrations/index.ts';

const REGULATIONS = new URL('../../regulations', import.meta.url).pathname;
let db: TestDatabase;
let nats: Awaited<ReturnType<typeof testNats>>;
let bus: NatsConnection;
const clock = new FixedClock(msk('2026-11-20 17:50:02'));
const keys = await generateKeyPair('Ed25519');
const running: { service: RunningService<ServiceConfig>; url: string }[] = [];

async function start(instance: string): Promise<void> {
  const config = ServiceConfig.parse({
    PORT: '0',
    INSTANCE: instance,
    LOG_LEVEL: 'silent',
    DATABASE_URL: db.url,
    SYSTEM_DATABASE_URL: db.systemUrl,
    NATS_URL: nats.url,
    GATEWAY_URL: 'http://127.0.0.1:1',
    REGULATIONS_DIR: REGULATIONS,
  });
  const service = await createService(
    {
      name: 'sla',
      module: () => slaModule(config),
      prepare: connectEvents,
      keys: () => async () => keys.publicKey,
      clock,
      logger: createLogger({ name: 'sla', instance, level: 'silent' }),
    },
    config,
  );
  running.push({ service, url: await service.listen() });
}

beforeAll(async () => {
  [db, nats] = await Promise.all([testDatabase({ service: 'sla', migrations }), testNats()]);
  // The token stands in the URL's user name.
  const { host, username } = new URL(nats.url);
  bus = await connect({ servers: host, token: username });
  await Promise.all([start('1'), start('2')]);
}, 120_000);
afterAll(async () => {
  await Promise.all(running.map(({ service }) => service.close()));
  await bus?.close();
  await Promise.all([db?.close(), nats?.close()]);
}, 60_000);

/** Says an event as its service's relay would. */
async function publish<T extends EventType>(type: T, at: Instant, payload: PayloadOf<T>, id = newId()): Promise<void> {
  const { requestId } = payload as { requestId: string };
  const source = type.startsWith('request.') ? 'intake' : 'routing';
  const occurredAt = new Date(at).toISOString();
  const envelope: Envelope = { id, type, source, tenant: 'ovk', subjectId: requestId, occurredAt };
  const options = { headers: headersOf(envelope), msgID: id };
  await eventually(() => jetstream(bus).publish(subjectOf(source, 'ovk', type), JSON.stringify(payload), options));
}

const submit = async (submittedAt: Instant): Promise<string> => {
  const requestId = newId();
  const given = {
    requestId,
    category: 'interface',
    edition: '2026-11',
    submittedAt: new Date(submittedAt).toISOString(),
  };
  await publish('request.submitted.v1', submittedAt, aRequest(given));
  return requestId;
};
const agent = { kind: 'staff' as const, id: newId(), name: 'Агент' };

async function ask(path: string, caller: Partial<Principal> = {}, language = 'ru'): Promise<Response> {
  const principal = {
    tenant: 'ovk',
    subject: 's',
    name: 'M',
    roles: ['moderator' as const],
    kind: 'staff' as const,
    scopes: [],
  };
  const token = await new SignJWT({ ...claimsOf({ ...principal, ...caller }) })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject('s')
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime('1m')
    .sign(keys.privateKey);
  return fetch(`${running[0]?.url}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': language },
  });
}

async function clocksOf(requestId: string): Promise<ClockView[]> {
  const response = await ask(`/requests/${requestId}/clocks`);
  expect(response.status).toBe(200);
  return (await response.json()) as ClockView[];
}
const clockOf = (requestId: string, rule: string): Promise<ClockView> =>
  eventually(async () => {
    const found = (await clocksOf(requestId)).find((one) => one.rule === rule);
    if (found === undefined) throw new Error(`no clock ${rule} yet`);
    return found;
  });

interface Said {
  type: string;
  payload: { rule: string; dueAt: string; late?: boolean; verdict?: string };
}
const said = (requestId: string, rule: string): Promise<Said[]> =>
  db.admin<Said>("SELECT type, payload FROM sla.outbox WHERE subject_id = $1 AND payload->>'rule' = $2 ORDER BY id", [
    requestId,
    rule,
  ]);

test('ovk 2.7, 1.3: filed Friday 17:50, due Monday 9:20, and the explanation shows why', async () => {
  const requestId = await submit(msk('2026-11-20 17:50'));
  const answer = await clockOf(requestId, 'answer');
  expect(answer).toMatchObject({ state: 'running', clause: '2.7', run: 1, expired: false, late: false, verdict: null });
  expect(shown(answer.dueAt)).toBe('2026-11-23 09:20');
  expect(answer.clauseText).toContain('30 минут');

  const response = await ask(`/requests/${requestId}/clocks/${encodeURIComponent(answer.clockId)}/explanation`);
  expect(response.status).toBe(200);
  const explanation = (await response.json()) as ClockView['explanation'];
  expect(explanation).toMatchObject({
    rule: 'answer',
    clause: '2.7',
    edition: '2026-11',
    timeZone: 'Europe/Moscow',
    time: 'working',
    withinMs: 1_800_000,
    startedBy: 'request.submitted',
    countedMs: 1_800_000,
  });
  expect(explanation.spans.map((span) => `${shown(span.from)} – ${shown(span.to)} ${span.is}`)).toEqual([
    '2026-11-20 17:50 – 2026-11-20 18:00 counted',
    '2026-11-20 18:00 – 2026-11-23 09:00 closed',
    '2026-11-23 09:00 – 2026-11-23 09:20 counted',
  ]);
});

test('ovk 2.7: over a holiday with a working Saturday, the explanation names both', async () => {
  const answer = await clockOf(await submit(msk('2025-11-01 16:50')), 'answer');
  expect(shown(answer.dueAt)).toBe('2025-11-05 09:20');
  const reasons = answer.explanation.spans.map((span) => span.why).filter((why) => why !== null);
  expect(reasons).toEqual(expect.arrayContaining(['Выходной перенесён с 1 ноября', 'День народного единства']));
  expect(reasons[0]).toContain('Рабочая суббота');
});

test('ovk 2.7: the clock waits while the requester is asked for more, and goes on with what was left', async () => {
  const requestId = await submit(msk('2026-11-20 10:00'));
  const messageId = newId();
  await publish('work.information-requested.v1', msk('2026-11-20 10:10'), {
    requestId,
    messageId,
    by: agent,
    text: '?',
  });
  await eventually(async () => expect((await clockOf(requestId, 'answer')).state).toBe('paused'));
  const paused = await clockOf(requestId, 'answer');
  expect(paused).toMatchObject({ dueAt: null, leftMs: 20 * 60_000 });
  await publish('request.message-received.v1', msk('2026-11-20 12:00'), {
    requestId,
    messageId: newId(),
    channel: 'web',
  });
  await eventually(async () => expect(shown((await clockOf(requestId, 'answer')).dueAt)).toBe('2026-11-20 12:20'));
});

test('ovk 2.4: expiry is announced once by two instances at its second, the broken promise stays broken', async () => {
  const filed = msk('2026-11-20 17:50:02');
  const requestId = await submit(filed);
  await publish('work.queued.v1', filed, { requestId, number: '0000017', category: 'interface', urgent: false });
  await clockOf(requestId, 'moderation');
  clock.set(msk('2026-11-20 17:55:03'));
  await eventually(async () =>
    expect((await said(requestId, 'moderation')).map((one) => one.type)).toContain('clock.expired.v1'),
  );
  clock.set(msk('2026-11-20 17:57:00'));
  const reason = { kind: 'chosen' as const, sentence: '', clause: null };
  const assigned = { requestId, agent, by: agent, reason, previousAgentId: null };
  await publish('work.assigned.v1', msk('2026-11-20 17:56:00'), assigned);
  await eventually(async () => expect((await clockOf(requestId, 'moderation')).state).toBe('stopped'));
  expect((await said(requestId, 'moderation')).map((one) => one.type)).toEqual([
    'clock.scheduled.v1',
    'clock.expired.v1',
    'clock.stopped.v1',
  ]);
  expect((await said(requestId, 'moderation'))[1]?.payload.late).toBe(false);
  expect(await clockOf(requestId, 'moderation')).toMatchObject({ verdict: 'broken', expired: true, late: false });
});

test('after a stop of all instances missed expiries are announced once and marked late', async () => {
  clock.set(msk('2026-11-20 16:00'));
  const filed = msk('2026-11-20 16:00');
  const requestId = await submit(filed);
  await publish('work.queued.v1', filed, { requestId, number: '0000018', category: 'interface', urgent: false });
  await clockOf(requestId, 'moderation');
  await Promise.all(running.splice(0).map(({ service }) => service.close()));
  clock.set(msk('2026-11-20 16:20'));
  await Promise.all([start('1'), start('2')]);
  await eventually(async () => expect((await said(requestId, 'moderation')).length).toBeGreaterThan(1), {
    within: 20_000,
  });
  clock.set(msk('2026-11-20 16:21'));
  await eventually(async () =>
    expect((await said(requestId, 'answer')).map((one) => one.type)).toContain('clock.warned.v1'),
  );
  const expired = (await said(requestId, 'moderation')).filter((one) => one.type === 'clock.expired.v1');
  expect(expired).toHaveLength(1);
  expect(expired[0]?.payload.late).toBe(true);
});

test('another tenant, an unknown request and a caller without a credential get nothing', async () => {
  const requestId = await submit(msk('2026-11-20 16:00'));
  await clockOf(requestId, 'answer');
  expect((await ask(`/requests/${requestId}/clocks`, { tenant: 'edoc' })).status).toBe(404);
  expect((await ask(`/requests/${newId()}/clocks`)).status).toBe(404);
  expect((await ask(`/requests/${requestId}/clocks/none/explanation`)).status).toBe(404);
  expect((await fetch(`${running[0]?.url}/requests/${requestId}/clocks`)).status).toBe(401);
});
