import { eventually } from '@reglament/testing/eventually';
import { type House, hear, numbered, testHouse } from '../jetstream/events.samples.ts';
import { LiveFeed, type LiveNews } from './index.ts';

/** A service that acts upon nothing it hears. */
const actsOnNothing = { handles: () => false, onTaken: () => undefined };
let house: House;
beforeAll(async () => {
  house = await testHouse();
  house.relay();
}, 90_000);
afterAll(() => house.close());

test('a page hears what happens in its tenant, as type and id alone, and nothing of another tenant', async () => {
  const feed = new LiveFeed(house.bus('live'), 'routing', actsOnNothing);
  const ours: LiveNews[] = [];
  const theirs: LiveNews[] = [];
  // The first connection may be made after they began to listen: then they are told that they missed something.
  const into = (heard: LiveNews[]) => (news: LiveNews) => news !== 'missed' && heard.push(news);
  feed.listen('ovk', into(ours));
  feed.listen('edoc', into(theirs));
  await eventually(async () => {
    await house.submit('ovk', ['hello']);
    return ours.length > 0;
  });
  expect(ours[0]).toEqual({ type: 'request.submitted.v1', requestId: expect.any(String) });
  expect(theirs).toEqual([]);
});

test('many pages of a tenant share one subscription; who has left hears nothing more', async () => {
  const feed = new LiveFeed(house.bus('live'), 'routing', actsOnNothing);
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

test('after NATS was away pages are told that they may have missed something, once, and go on hearing', async () => {
  const feed = new LiveFeed(house.bus('live'), 'routing', actsOnNothing);
  const heard: LiveNews[] = [];
  feed.listen('initiative', (news) => heard.push(news));
  await eventually(async () => {
    await house.submit('initiative', ['before']);
    return heard.some((news) => news !== 'missed');
  });
  await house.nats.kill();
  heard.length = 0;
  // Told by the relay as soon as it is connected, which may be before we are: then only `missed` makes a page look.
  await house.submit('initiative', ['meanwhile']);
  await house.nats.start();
  await eventually(() => heard.includes('missed'), { within: 20_000 });
  heard.length = 0;
  await house.submit('initiative', ['after']);
  await eventually(() => heard.some((news) => news !== 'missed'), { within: 20_000 });
  expect(heard).not.toContain('missed');
});

test('what the service itself acts upon is told once it has, by whichever instance did: a page that looks then finds it', async () => {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const acting = house.routing(async (event, context) => {
    if (event.payload.summary === 'held') await gate;
    await hear(event, context);
  });
  const elsewhere = { handles: (type: string) => acting.handles(type), onTaken: () => undefined };
  const feeds = {
    here: new LiveFeed(house.bus('here'), 'routing', acting),
    elsewhere: new LiveFeed(house.bus('elsewhere'), 'routing', elsewhere),
    asSaid: new LiveFeed(house.bus('as-said'), 'routing', actsOnNothing),
  };
  const heardBy = Object.entries(feeds).map(([place, feed]) => {
    const ids = new Set<string>();
    feed.listen('kz-portal', (news) => news !== 'missed' && ids.add(news.requestId));
    return [place, ids] as const;
  });
  const whoHeard = (id: string) => heardBy.filter(([, ids]) => ids.has(id)).map(([place]) => place);
  await eventually(async () => {
    await house.submit('kz-portal', ['first']);
    return heardBy.every(([, ids]) => ids.size > 0);
  });

  const [eventId] = await house.submit('kz-portal', ['held']);
  const [row] = await house.db.admin<{ id: string }>('SELECT subject_id AS id FROM intake.outbox WHERE event_id = $1', [
    eventId,
  ]);
  const id = row?.id ?? '';
  await eventually(() => whoHeard(id).length > 0);
  expect(whoHeard(id)).toEqual(['asSaid']);
  letGo();
  await eventually(() => whoHeard(id).length === 3);
  expect(await house.heard()).toContain('held');
});
