import type { Instant } from '@reglament/domain/time';
import { FixedClock, SystemClock } from './index.ts';

const real = { now: Date.parse('2026-11-22T12:00:00Z') };
const started = () =>
  new SystemClock(
    { CLOCK_START: '2026-11-02T09:00+03:00', CLOCK_SPEED: '600', CLOCK_ORIGIN: '2026-11-22T11:59:00Z' },
    () => real.now,
  );

test('clock: without settings it is real time', () => {
  const clock = new SystemClock({}, () => real.now);
  expect(clock.now()).toBe(real.now);
  expect(clock.isSimulated).toBe(false);
});

test('clock: one real minute at speed 600 is ten hours', () => {
  expect(new Date(started().now()).toISOString()).toBe('2026-11-02T16:00:00.000Z');
});

test('clock: two services started apart with one origin show the same moment', () => {
  expect(started().now()).toBe(started().now());
});

test('clock: a platform minute at speed 600 is a tenth of a real second, and the past needs no waiting', () => {
  const clock = started();
  expect(clock.realDelay((clock.now() + 60_000) as Instant)).toBe(100);
  expect(clock.realDelay((clock.now() - 1) as Instant)).toBe(0);
});

test('clock: every setting that is not understood is named at once', () => {
  const build = () => new SystemClock({ CLOCK_START: 'noon', CLOCK_SPEED: '-1', CLOCK_ORIGIN: '2026-11-22' });
  expect(build).toThrow(/CLOCK_SPEED.*CLOCK_ORIGIN.*CLOCK_START/);
});

test('clock: a start without its offset is refused, for it would mean another moment on another machine', () => {
  expect(() => new SystemClock({ CLOCK_START: '2026-11-02T09:00' })).toThrow(/CLOCK_START/);
});

test('clock: a fixed clock stands until it is moved', () => {
  const clock = new FixedClock('2026-11-02T09:00:00+03:00');
  const before = clock.now();
  clock.advance(1500);
  expect(clock.now() - before).toBe(1500);
});
