import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { eventually } from '@reglament/testing/eventually';
import { type House, hear, numbered, someId, testHouse } from './events.samples.ts';
import { headersOf } from './index.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
}, 90_000);
afterEach(() => house.quiet(), 30_000);
afterAll(() => house.close());

/** Waits until all of them are heard, and nothing else. */
async function all(notes: readonly string[], within = 15_000): Promise<void> {
  await eventually(async () => (await house.heard()).length >= notes.length, { within });
  expect(await house.heard()).toEqual(notes);
}

/** The ids in intake's stream, in its order. */
async function inStream(): Promise<string[]> {
  const connection = await house.bus('test').connection();
  const manager = await jetstreamManager(connection);
  const { state } = await manager.streams.info('EVT_INTAKE');
  const ids: string[] = [];
  for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq; seq += 1) {
    ids.push((await manager.streams.getMessage('EVT_INTAKE', { seq }))?.header.get('Nats-Msg-Id') ?? '');
  }
  return ids;
}

/** Puts a message into intake's stream past intake. */
async function smuggle(type: string, body: string, id = someId()): Promise<string> {
  const client = jetstream(await house.bus('test').connection());
  const envelope = {
    id,
    type,
    source: 'intake' as const,
    tenant: 'ovk',
    subjectId: 's',
    occurredAt: '2026-11-02T06:00:00.000Z',
  };
  await client.publish(`evt.intake.ovk.${type}`, body, { headers: headersOf(envelope) });
  return id;
}

test('what intake says is heard by routing, in order and once, and the outbox knows where it went', async () => {
  house.relay();
  house.routing();
  const notes = numbered(1200);
  const ids = await house.submit('ovk', notes.slice(0, 600));
  ids.push(...(await house.submit('ovk', notes.slice(600))));
  await all(notes);
  expect(await inStream()).toEqual(ids);
  const recorded = await house.db.admin(
    'SELECT event_id FROM intake.outbox WHERE published_at IS NOT NULL ORDER BY stream_seq',
  );
  expect(recorded.map((row) => row.event_id)).toEqual(ids);
});

test('an event that is delivered again, or stands twice in the stream, has its effect once', async () => {
  house.relay();
  const [id] = await house.submit('ovk', ['once']);
  const [{ payload } = { payload: '' }] = await house.db.admin<{ payload: object }>(
    'SELECT payload FROM intake.outbox',
  );
  await eventually(async () => (await inStream()).length === 1);
  for (let copy = 0; copy < 3; copy += 1) await smuggle('request.submitted.v1', JSON.stringify(payload), id);
  house.routing();
  await house.submit('ovk', ['after']);
  await all(['once', 'after']);
});

test('state and inbox are one write: a handler that fails leaves no trace, and its effect comes with the next delivery', async () => {
  house.relay();
  let tries = 0;
  house.routing(
    async (event, context) => {
      await hear(event, context);
      tries += 1;
      if (event.payload.summary === 'fragile' && tries < 5) throw new Error('not yet');
    },
    { backOff: () => 20 },
  );
  await house.submit('ovk', ['fragile']);
  await all(['fragile']);
  expect(tries).toBe(5);
});

test('one failing event does not keep its neighbours in the group back', async () => {
  house.relay();
  await house.submit('ovk', ['a', 'bad', 'b']);
  house.routing(
    async (event, context) => {
      await hear(event, context);
      if (event.payload.summary === 'bad') await context.tx.sql('SELECT 1 / 0');
    },
    { maxDeliveries: 3, backOff: () => 20 },
  );
  await all(['a', 'b']);
});

test('a bug in a handler makes a dead letter after so many deliveries, and a replay takes effect once', async () => {
  house.relay();
  let isFixed = false;
  const transport = house.routing(
    async (event, context) => {
      if (!isFixed) throw new Error('a bug');
      await hear(event, context);
    },
    { maxDeliveries: 3, backOff: () => 20 },
  );
  await house.submit('ovk', ['late']);
  const [letter] = await eventually(async () => {
    const letters = await transport.deadLetters.list('ovk');
    return letters.length > 0 && letters;
  });
  expect(letter).toMatchObject({
    reason: 'failed',
    error: 'Error: a bug',
    deliveries: 3,
    type: 'request.submitted.v1',
  });
  expect(await transport.deadLetters.list('edoc')).toEqual([]);
  const buried = await transport.deadLetters.find('ovk', letter?.id ?? 0);
  if (buried === undefined) throw new Error('The letter is gone');
  expect(await transport.replay(buried)).toBe('a bug');
  isFixed = true;
  expect(await transport.replay(buried)).toBeUndefined();
  expect(await transport.replay(buried)).toBeUndefined();
  expect(await house.heard()).toEqual(['late']);
  expect(await transport.deadLetters.list('ovk')).toEqual([]);
});

test('an event that breaks its contract is a dead letter at once and holds nothing up', async () => {
  house.relay();
  const transport = house.routing();
  await house.submit('ovk', ['first']);
  await all(['first']);
  await smuggle('request.submitted.v1', '{"number": 1}');
  await smuggle('request.submitted.v1', 'not even JSON');
  await smuggle('request.submitted.v1', '{"text": "\\u0000"}');
  await house.submit('ovk', ['second']);
  await all(['first', 'second']);
  const letters = await eventually(async () => {
    const found = await transport.deadLetters.list('ovk');
    return found.length === 3 && found;
  });
  expect(letters.map((letter) => letter.reason)).toEqual(['invalid', 'invalid', 'invalid']);
});

test('a message without an envelope is kept as a dead letter of no tenant', async () => {
  house.routing();
  const client = jetstream(await house.bus('test').connection());
  await eventually(() => client.publish('evt.intake.ovk.whatever', 'bare', { headers: headers() }).then(() => true));
  await eventually(
    async () => (await house.db.admin("SELECT FROM routing.dead_letters WHERE tenant = ''")).length === 1,
  );
});

test('a type that this version does not know is acknowledged and forgotten', async () => {
  house.routing();
  await eventually(() => smuggle('request.teleported.v9', '{}').catch(() => false));
  const manager = await jetstreamManager(await house.bus('test').connection());
  await eventually(async () => {
    const info = await manager.consumers.info('EVT_INTAKE', 'routing');
    return info.ack_floor.stream_seq === 1;
  });
  expect(await house.db.admin('SELECT FROM routing.dead_letters')).toEqual([]);
  expect(await house.db.admin('SELECT FROM routing.inbox')).toEqual([]);
});

test("events of several tenants are handled in each tenant's own transaction", async () => {
  house.relay();
  house.routing();
  await house.submit('ovk', ['ours']);
  await house.submit('edoc', ['theirs']);
  await eventually(async () => (await house.heard()).length === 2);
  const rows = await house.db.admin<{ tenant: string; note: string }>(
    'SELECT tenant, note FROM routing.heard ORDER BY tenant',
  );
  expect(rows.map((row) => `${row.tenant} ${row.note}`)).toEqual(['edoc theirs', 'ovk ours']);
});

test('two instances of a service handle each event once between them', async () => {
  house.relay();
  house.routing();
  house.routing();
  const notes = numbered(1000);
  for (let start = 0; start < 1000; start += 50) await house.submit('ovk', notes.slice(start, start + 50));
  await eventually(async () => (await house.heard()).length >= 1000, { within: 20_000 });
  expect((await house.heard()).map(Number).sort((a, b) => a - b)).toEqual(notes.map(Number));
});

test('a service that stops gives back what it did not begin, and its successor gets it at once', async () => {
  house.relay();
  const notes = numbered(400);
  await house.submit('ovk', notes);
  const slow = house.routing(async (event, context) => {
    await hear(event, context);
    await context.tx.sql('SELECT pg_sleep(0.002)');
  });
  await eventually(async () => (await house.heard()).length > 0);
  await slow.close();
  house.routing();
  await eventually(async () => (await house.heard()).length >= 400, { within: 10_000 });
  expect((await house.heard()).map(Number).sort((a, b) => a - b)).toEqual(notes.map(Number));
});
