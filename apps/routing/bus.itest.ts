import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type AnyEvent, subjectOf } from '@reglament/contracts';
import { newId } from '@reglament/platform/ids';
import { Bus, ensureStream, headersOf } from '@reglament/platform/jetstream';
import type { OwnEngine } from '@reglament/testing/engines';
import { eventually } from '@reglament/testing/eventually';
import { testNats } from '@reglament/testing/nats';
import { Bench, type Person } from './testing/bench.ts';

let nats: OwnEngine;
let bus: Bus;
let bench: Bench;
let moderator: Person;

beforeAll(async () => {
  nats = await testNats();
  bus = new Bus({ url: nats.url, name: 'neighbours' });
  const manager = await jetstreamManager(await bus.connection());
  for (const source of ['gateway', 'intake', 'sla'] as const) await ensureStream(manager, source);
  bench = await Bench.start('2026-11-20T10:00:00+03:00', nats.url);
  moderator = await bench.person('ovk', ['moderator'], 'm1', 'Мария Ким');
}, 90_000);
afterAll(async () => {
  await bench?.stop();
  await bus?.close();
  await nats?.close();
});

/** Says it as the neighbour's relay would. */
async function say(...events: readonly AnyEvent[]): Promise<void> {
  const client = jetstream(await bus.connection());
  for (const { payload, ...envelope } of events)
    await client.publish(subjectOf(envelope.source, envelope.tenant, envelope.type), JSON.stringify(payload), {
      headers: headersOf(envelope),
    });
}

const wrote = (requestId: string): AnyEvent =>
  bench.event('request.message-received.v1', 'ovk', { requestId, messageId: newId(), channel: 'web' });

/** The request as staff see it; null while it is not there. */
const placed = async (id: string) => {
  const { status, body } = await moderator.get(`/requests/${id}`);
  return status === 200 ? body : null;
};

test('a request that intake has accepted is in the queue at once, and work.queued is on the bus', async () => {
  const event = bench.submitted('ovk');
  const id = event.payload.requestId;
  await say(event);
  await eventually(() => placed(id));
  expect((await moderator.get('/queue')).body).toMatchObject({ items: [{ requestId: id }], total: 1 });
  const manager = await jetstreamManager(await bus.connection());
  const message = await eventually(() =>
    manager.streams.getMessage('EVT_ROUTING', { last_by_subj: subjectOf('routing', 'ovk', 'work.queued.v1') }),
  );
  expect(message.json()).toMatchObject({ requestId: id });
});

test('a redelivered request makes one work and one event', async () => {
  const event = bench.submitted('ovk');
  const id = event.payload.requestId;
  const copy = { ...event };
  const client = jetstream(await bus.connection());
  for (let copies = 0; copies < 3; copies++) {
    const { payload, ...envelope } = copy;
    const headers = headersOf(envelope);
    await client.publish(subjectOf('intake', 'ovk', event.type), JSON.stringify(payload), { headers });
  }
  const after = bench.submitted('ovk');
  await say(after);
  for (const each of [id, after.payload.requestId]) await eventually(() => placed(each));
  expect((await bench.said(id)).map((each) => each.type)).toEqual(['work.queued.v1']);
  expect((await moderator.get(`/requests/${id}`)).body.trail).toHaveLength(1);
});

test('one of a thousand that cannot take effect does not hold up the others', async () => {
  const good = Array.from({ length: 40 }, () => bench.submitted('ovk'));
  const [first] = good;
  const clash = bench.submitted('ovk', { number: first?.payload.number ?? '' });
  await say(...good.slice(0, 20), clash, ...good.slice(20));
  for (const event of good) await eventually(() => placed(event.payload.requestId), { within: 20_000 });
  expect(await placed(clash.payload.requestId)).toBeNull();
}, 40_000);

test('an open page is told which request to look at again, and nothing of other tenants', async () => {
  const token = await bench.token('ovk', ['moderator'], 'm1');
  const stop = new AbortController();
  const response = await fetch(`${bench.url}/live`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const heard: string[] = [];
  const reading = (async () => {
    for await (const chunk of response.body ?? []) heard.push(Buffer.from(chunk).toString('utf8'));
  })().catch(() => undefined);
  const stranger = bench.submitted('kuty', { entryPoint: 'x', language: 'uk' });
  await eventually(async () => {
    const event = bench.submitted('ovk');
    await say(stranger, event);
    await eventually(() => heard.join('').includes(event.payload.requestId), { within: 1_000 });
    return true;
  });
  await eventually(() => heard.join('').includes('"type":"work.queued.v1"'));
  expect(heard.join('')).not.toContain(stranger.payload.requestId);
  stop.abort();
  await reading;
});

test('two instances side by side: every request once, every message counted, whichever of them hears it', async () => {
  const second = await bench.another();
  try {
    const events = Array.from({ length: 600 }, () => bench.submitted('ovk'));
    const ids = events.map((event) => event.payload.requestId);
    const all = events.flatMap((event) => [event, wrote(event.payload.requestId)]);
    const client = jetstream(await bus.connection());
    for (let at = 0; at < all.length; at += 100)
      await Promise.all(
        all.slice(at, at + 100).map(({ payload, ...envelope }) =>
          client.publish(subjectOf('intake', 'ovk', envelope.type), JSON.stringify(payload), {
            headers: headersOf(envelope),
          }),
        ),
      );
    const count = async (text: string): Promise<number> =>
      (await bench.db.admin<{ n: number }>(text, [ids]))[0]?.n ?? 0;
    await eventually(
      async () =>
        (await count(
          'SELECT count(*)::int AS n FROM routing.works WHERE request_id = ANY ($1) AND unread_since IS NOT NULL',
        )) === ids.length,
      { within: 30_000 },
    );
    expect(
      await count(
        "SELECT count(*)::int AS n FROM routing.outbox WHERE type = 'work.queued.v1' AND subject_id = ANY ($1::text[])",
      ),
    ).toBe(ids.length);
    expect(await count('SELECT count(*)::int AS n FROM routing.trail WHERE request_id = ANY ($1)')).toBe(
      2 * ids.length,
    );
    expect(await count('SELECT count(*)::int AS n FROM routing.early_facts WHERE request_id = ANY ($1)')).toBe(0);
  } finally {
    await second.close();
  }
}, 60_000);

test('NATS goes away and comes back: staff work on, and nothing is lost', async () => {
  const before = bench.submitted('ovk');
  await say(before);
  const id = before.payload.requestId;
  await eventually(() => placed(id));
  await nats.kill();
  const pressed = await moderator.post(`/requests/${id}/take`, { version: 1 });
  await nats.start();
  expect(pressed).toMatchObject({ status: 200, body: { status: 'assigned' } });
  const after = bench.submitted('ovk', { requestId: newId() });
  await eventually(() => say(after).then(() => true), { within: 20_000 });
  await eventually(() => placed(after.payload.requestId), { within: 20_000 });
  await eventually(
    async () => (await bench.db.admin('SELECT 1 FROM routing.outbox WHERE published_at IS NULL')).length === 0,
    { within: 20_000 },
  );
}, 60_000);
