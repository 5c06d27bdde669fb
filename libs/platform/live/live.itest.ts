import { eventually } from '@reglament/testing/eventually';
import { type House, numbered, testHouse } from '../jetstream/events.samples.ts';
import { type LiveEvent, LiveFeed } from './index.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
  house.relay();
}, 90_000);
afterAll(() => house.close());

test('a page hears what happens in its tenant, as type and id alone, and nothing of another tenant', async () => {
  const feed = new LiveFeed(house.bus('live'));
  const ours: LiveEvent[] = [];
  const theirs: LiveEvent[] = [];
  feed.listen('ovk', (event) => ours.push(event));
  feed.listen('edoc', (event) => theirs.push(event));
  await eventually(async () => {
    await house.submit('ovk', ['hello']);
    return ours.length > 0;
  });
  expect(Object.keys(ours[0] ?? {}).sort()).toEqual(['requestId', 'type']);
  expect(ours[0]?.type).toBe('request.submitted.v1');
  expect(theirs).toEqual([]);
});

test('many pages of a tenant share one subscription; who has left hears nothing more', async () => {
  const feed = new LiveFeed(house.bus('live'));
  const heard = { stays: 0, leaves: 0 };
  feed.listen('kuty', () => {
    heard.stays += 1;
  });
  const leave = feed.listen('kuty', () => {
    heard.leaves += 1;
  });
  await eventually(async () => {
    await house.submit('kuty', ['first']);
    return heard.stays > 0 && heard.leaves > 0;
  });
  leave();
  const before = heard.leaves;
  const stayed = heard.stays;
  await house.submit('kuty', numbered(5));
  await eventually(() => heard.stays >= stayed + 5);
  expect(heard.leaves).toBe(before);
  expect(feed.size).toBe(1);
});

test('pages go on hearing after NATS was away', async () => {
  const feed = new LiveFeed(house.bus('live'));
  let heard = 0;
  feed.listen('initiative', () => {
    heard += 1;
  });
  await eventually(async () => {
    await house.submit('initiative', ['before']);
    return heard > 0;
  });
  await house.nats.kill();
  await house.nats.start();
  const before = heard;
  await house.submit('initiative', ['after']);
  await eventually(() => heard > before, { within: 20_000 });
});
