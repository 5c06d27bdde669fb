import { jetstreamManager } from '@nats-io/jetstream';
import { eventually } from '@reglament/testing/eventually';
import { type House, testHouse } from '../jetstream/events.samples.ts';
import { forgetWords } from '../postgres/index.ts';
import { ForgetWords } from './forget-words.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
}, 90_000);
afterAll(() => house.close());

const patience = { within: 40_000 };

/** Everything that intake's stream holds, in its order, as text. */
async function inStream(): Promise<string[]> {
  const manager = await jetstreamManager(await house.bus('test').connection());
  const { state } = await manager.streams.info('EVT_INTAKE');
  const texts: string[] = [];
  for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq; seq += 1) {
    const message = await manager.streams.getMessage('EVT_INTAKE', { seq }).catch(() => null);
    if (message !== null) texts.push(new TextDecoder().decode(message.data));
  }
  return texts;
}

test('words of an erased request leave outbox and stream; the event stays, once, and nobody takes it in a second time', async () => {
  const relay = house.relay();
  house.routing();
  const [gone = '', kept = ''] = await house.submit('ovk', ['the secret of Pyotr', 'the question of Anna']);
  await eventually(async () => (await house.heard()).length === 2, patience);
  const manager = await jetstreamManager(await house.bus('test').connection());
  // In a test nobody waits until NATS has forgotten the ids.
  await manager.streams.update('EVT_INTAKE', { duplicate_window: 100_000_000 });

  const [row] = await house.db.admin<{ id: string }>('SELECT subject_id AS id FROM intake.outbox WHERE event_id = $1', [
    gone,
  ]);
  const requestId = row?.id ?? '';
  const bus = house.bus('intake');
  await bus.connection();
  const sweep = new ForgetWords({ database: house.db.database, bus, service: 'intake', settledMs: 300 });
  await house.db.database.tenant('ovk', (tx) => forgetWords(tx, 'intake', [requestId]));
  await house.db.database.tenant('ovk', (tx) => forgetWords(tx, 'intake', [requestId]));
  await eventually(async () => (await sweep.round()) > 0, patience);
  await eventually(async () => {
    await sweep.round();
    const texts = await inStream();
    return texts.length === 2 && !texts.some((text) => text.includes('Pyotr'));
  }, patience);

  const outbox = await house.db.admin<{ id: string; text: string; seq: number }>(
    'SELECT event_id AS id, payload::text AS text, stream_seq AS seq FROM intake.outbox ORDER BY id',
  );
  expect(outbox.map(({ id }) => id)).toEqual([gone, kept]);
  expect(outbox.map(({ text }) => /Pyotr/.test(text))).toEqual([false, false]);
  expect((await inStream()).filter((text) => text.includes('Anna'))).toHaveLength(1);
  expect(await house.db.admin('SELECT 1 FROM intake.stream_leavings')).toEqual([]);

  // A relay that starts anew finds stream and record in agreement: nothing is taken for lost and said again.
  await relay.stop();
  house.relay();
  await house.submit('ovk', ['afterwards']);
  await eventually(async () => (await house.heard()).length === 3, patience);
  expect(await inStream()).toHaveLength(3);
  expect(await house.heard()).toEqual(['the secret of Pyotr', 'the question of Anna', 'afterwards']);
});
