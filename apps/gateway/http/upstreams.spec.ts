import { Upstreams } from './upstreams.ts';

const none = new Set<string>();

test('instances take turns', () => {
  const upstreams = new Upstreams(['a', 'b']);
  expect([0, 0, 0, 0].map((now) => upstreams.pick(none, now))).toEqual(['a', 'b', 'a', 'b']);
});

test('one that failed rests for a second and then takes its turn again', () => {
  const upstreams = new Upstreams(['a', 'b']);
  upstreams.failed('a', 0);
  expect([1, 2, 3].map((now) => upstreams.pick(none, now))).toEqual(['b', 'b', 'b']);
  expect([upstreams.pick(none, 1001), upstreams.pick(none, 1001)].sort()).toEqual(['a', 'b']);
});

test('when all rest, one of them is tried rather than none; when all were tried, none', () => {
  const upstreams = new Upstreams(['a', 'b']);
  upstreams.failed('a', 0);
  upstreams.failed('b', 0);
  expect(upstreams.pick(none, 1)).toBeDefined();
  expect(upstreams.pick(new Set(['a', 'b']), 1)).toBeUndefined();
});
