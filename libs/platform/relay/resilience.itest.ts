import { cpSync, renameSync } from 'node:fs';
import { jetstreamManager } from '@nats-io/jetstream';
import { eventually } from '@reglament/testing/eventually';
import { type House, hear, numbered, testHouse } from '../jetstream/events.samples.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
}, 90_000);
afterEach(() => house.quiet(), 30_000);
afterAll(() => house.close());

const patience = { within: 40_000 };
const sorted = (notes: readonly string[]) => notes.map(Number).sort((a, b) => a - b);

async function published(): Promise<number> {
  const [row] = await house.db.admin<{ count: string }>(
    'SELECT count(*) FROM intake.outbox WHERE published_at IS NOT NULL',
  );
  return Number(row?.count);
}

/** The numbers of the requests in intake's stream, in its order. */
async function inStream(): Promise<number[]> {
  const manager = await jetstreamManager(await house.bus('test').connection());
  const { state } = await manager.streams.info('EVT_INTAKE');
  const notes: number[] = [];
  for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq; seq += 1) {
    const message = await manager.streams.getMessage('EVT_INTAKE', { seq });
    notes.push(Number(message?.json<{ summary: string }>().summary));
  }
  return notes;
}

/** Submits one after another, each in its own transaction. */
async function submitAll(notes: readonly string[], meanwhile: (done: number) => Promise<void> = async () => undefined) {
  for (const [index, note] of notes.entries()) {
    await house.submit('ovk', [note]);
    await meanwhile(index + 1);
  }
}

test('NATS is away: intake accepts, and everything is published in order when NATS comes back', async () => {
  house.relay();
  house.routing();
  await submitAll(numbered(50));
  await house.nats.stop();
  await house.submit('ovk', ['51']);
  await submitAll(numbered(100).slice(51));
  await house.nats.start();
  await eventually(async () => (await house.heard()).length >= 100, patience);
  expect(await house.heard()).toEqual(numbered(100));
  expect(await inStream()).toEqual(sorted(numbered(100)));
});

test('NATS is killed three times while events flow: nothing is lost, nothing stands twice, the order holds', async () => {
  house.relay();
  house.routing();
  await submitAll(numbered(600), async (done) => {
    if (done % 180 === 0) {
      await house.nats.kill();
      await house.nats.start();
    }
  });
  await eventually(async () => (await house.heard()).length >= 600, patience);
  expect(sorted(await house.heard())).toEqual(sorted(numbered(600)));
  await eventually(async () => (await published()) === 600, patience);
  expect(await inStream()).toEqual(sorted(numbered(600)));
});

test("JetStream's store is deleted while everything is stopped: it is made whole again from PostgreSQL, and no effect comes twice", async () => {
  const before = [house.relay(), house.routing()] as const;
  await house.submit('ovk', numbered(300));
  await eventually(async () => (await house.heard()).length === 300, patience);
  await before[0].stop();
  await before[1].close();
  await house.nats.stop();
  house.nats.wipe();
  await house.nats.start();
  house.relay();
  house.routing();
  await house.submit('ovk', ['301']);
  await eventually(async () => (await house.heard()).length >= 301, patience);
  await eventually(async () => (await published()) === 301, patience);
  expect(await house.heard()).toEqual(numbered(301));
  expect(await inStream()).toEqual(sorted(numbered(301)));
});

test("JetStream's store is deleted under running services: they make it whole again by themselves", async () => {
  house.relay();
  house.routing();
  await house.submit('ovk', numbered(200));
  await eventually(async () => (await house.heard()).length === 200, patience);
  await house.nats.kill();
  house.nats.wipe();
  await house.nats.start();
  await house.submit('ovk', ['201']);
  await eventually(async () => (await house.heard()).length >= 201, patience);
  expect(await house.heard()).toEqual(numbered(201));
  await eventually(async () => expect(await inStream()).toEqual(sorted(numbered(201))), patience);
});

test('a stream that lost its end gets it again, and a consumer that was further hears what takes the lost places', async () => {
  const stop = async (...parts: { stop?(): Promise<void>; close?(): Promise<void> }[]) => {
    for (const part of parts) await (part.stop ?? part.close)?.call(part);
    await house.nats.stop();
  };
  const early = [house.relay(), house.routing()] as const;
  await house.submit('ovk', numbered(60));
  await eventually(async () => (await house.heard()).length === 60, patience);
  await stop(early[0], { close: () => early[1].close() });
  const copy = `${house.nats.data}-copy`;
  cpSync(house.nats.data, copy, { recursive: true });

  await house.nats.start();
  const late = [house.relay(), house.routing()] as const;
  await house.submit('ovk', numbered(100).slice(60));
  await eventually(async () => (await house.heard()).length === 100, patience);
  await stop(late[0], { close: () => late[1].close() });
  // As after a power cut: the stream is of earlier, the consumer's place in it of later.
  const place = 'store/jetstream/$G/streams/EVT_INTAKE/obs';
  cpSync(`${house.nats.data}/${place}`, `${copy}/${place}`, { recursive: true });
  house.nats.wipe();
  renameSync(copy, house.nats.data);
  await house.db.admin(
    'DELETE FROM routing.inbox WHERE event_id IN (SELECT event_id FROM intake.outbox WHERE stream_seq > 60)',
  );
  await house.db.admin('DELETE FROM routing.heard WHERE note::int > 60');

  await house.nats.start();
  house.routing();
  house.relay();
  await eventually(async () => (await house.heard()).length >= 100, patience);
  expect(await house.heard()).toEqual(numbered(100));
  expect(await inStream()).toEqual(sorted(numbered(100)));
});

test('a relay that died between publishing and recording it: its successor finds the events in the stream and says none twice', async () => {
  const relay = house.relay();
  await house.submit('ovk', numbered(50));
  await eventually(async () => (await published()) === 50, patience);
  await relay.stop();
  await house.db.admin('UPDATE intake.outbox SET published_at = NULL, stream_seq = NULL WHERE stream_seq > 30');
  house.relay();
  await house.submit('ovk', ['51']);
  await eventually(async () => (await published()) === 51, patience);
  expect(await inStream()).toEqual(sorted(numbered(51)));
});

test('two relays: one leads, the other takes over, and the stream has every event once and in order', async () => {
  const first = house.relay();
  await eventually(() => first.isLeader);
  const second = house.relay();
  await submitAll(numbered(200), async (done) => {
    if (done === 100) {
      expect([first.isLeader, second.isLeader]).toEqual([true, false]);
      await first.stop();
    }
  });
  await eventually(async () => (await published()) === 200, patience);
  expect(second.isLeader).toBe(true);
  expect(await inStream()).toEqual(sorted(numbered(200)));
});

test("the leader's connection to PostgreSQL is cut: the events go on, once and in order", async () => {
  const relays = [house.relay(), house.relay()];
  await submitAll(numbered(150), async (done) => {
    if (done % 50 === 0) {
      await house.db.admin(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reglament-relay.intake'",
      );
    }
  });
  await eventually(async () => (await published()) === 150, patience);
  await eventually(() => relays.filter((relay) => relay.isLeader).length === 1);
  expect(await inStream()).toEqual(sorted(numbered(150)));
});

test('every connection to PostgreSQL is cut while events flow: each effect is there once', async () => {
  house.relay();
  house.routing();
  const notes = numbered(400);
  await house.submit('ovk', notes);
  for (let cut = 0; cut < 5; cut += 1) {
    await eventually(async () => (await house.heard()).length > cut * 40, patience);
    await house.db.admin(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'reglament-%'",
    );
  }
  await eventually(async () => (await house.heard()).length >= 400, patience);
  expect(sorted(await house.heard())).toEqual(sorted(notes));
});

test('the events of a tenant are handled one after another, never two at the same time', async () => {
  house.relay();
  let running = 0;
  let most = 0;
  house.routing(async (event, context) => {
    running += 1;
    most = Math.max(most, running);
    await context.tx.sql('SELECT pg_sleep(0.05)');
    await hear(event, context);
    running -= 1;
  });
  await house.submit('ovk', numbered(20));
  await eventually(async () => (await house.heard()).length === 20, patience);
  expect(most).toBe(1);
});
