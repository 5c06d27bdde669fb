import { type Accepted, type Books, compare } from './compare.ts';

const event = (id: string, more: Partial<Accepted> = {}): Accepted => ({
  id,
  tenant: 'ovk',
  type: 'request.submitted.v1',
  recordedAt: 1000,
  mayHaveAgedOut: false,
  ...more,
});
const once = (...ids: string[]) => new Map(ids.map((id) => [id, 1]));
const routing = (inbox: string[], dead: string[] = [], since = 0) => ({
  service: 'routing',
  since: new Map([['request.submitted.v1', since]]),
  inbox: new Set(inbox),
  dead: new Set(dead),
});
const whole: Books = {
  source: 'intake',
  accepted: [event('a'), event('b')],
  stream: once('a', 'b'),
  consumers: [routing(['a', 'b'])],
  archive: once('a', 'b'),
};
const faults = (books: Books) =>
  compare(books).problems.map(({ fault, where, ids }) => `${where}: ${fault}: ${ids.join()}`);

test('ledger: four equal sets are whole', () => {
  const { lines, problems } = compare(whole);
  expect(problems).toEqual([]);
  expect(lines).toEqual([
    {
      tenant: 'ovk',
      type: 'request.submitted.v1',
      source: 'intake',
      accepted: 2,
      published: 2,
      consumed: { routing: 2 },
      archived: 2,
    },
  ]);
});

test.each<[string, Partial<Books>, string[]]>([
  ['an event that is not in the stream', { stream: once('a') }, ['stream: not published: b']],
  ['a stream that does not exist', { stream: null }, ['stream: not published: a,b']],
  [
    'an event that stands twice in the stream',
    { stream: new Map([...once('a'), ['b', 2]]) },
    ['stream: published twice: b'],
  ],
  ['an event that a service has not taken', { consumers: [routing(['a'])] }, ['routing: not consumed: b']],
  ['an event that waits as a dead letter', { consumers: [routing(['a'], ['b'])] }, ['routing: dead letter: b']],
  ['an event that is not in the archive', { archive: once('b') }, ['archive: not archived: a']],
  [
    'an event that the archive counts twice',
    { archive: new Map([...once('a'), ['b', 2]]) },
    ['archive: archived twice: b'],
  ],
  ['an event that nobody accepted', { stream: once('a', 'b', 'c') }, ['stream: never accepted: c']],
])('ledger: %s is named', (_, change, expected) => {
  expect(faults({ ...whole, accepted: whole.accepted, ...change })).toEqual(expected);
});

test('ledger: a type that a service does not handle, or handles only since later, is not missed there', () => {
  const other = event('c', { type: 'request.withdrawn.v1' });
  const books = { ...whole, accepted: [event('a'), other], stream: once('a', 'c'), archive: once('a', 'c') };
  expect(faults({ ...books, consumers: [routing(['a'])] })).toEqual([]);
  expect(faults({ ...books, consumers: [routing([], [], 1001)] })).toEqual([]);
});

test('ledger: an event older than what streams keep is not missed in its stream, but in the archive', () => {
  const old = [event('a', { mayHaveAgedOut: true })];
  expect(faults({ ...whole, accepted: old, stream: once(), archive: once() })).toEqual(['archive: not archived: a']);
});
