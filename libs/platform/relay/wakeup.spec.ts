import { Wakeup } from './wakeup.ts';

test('wakeup: a call ends the wait at once, and one while nobody waits is kept for the next', async () => {
  const wakeup = new Wakeup();
  const waiting = wakeup.wait(60_000);
  wakeup.wake();
  expect(await waiting).toBe(true);
  wakeup.wake();
  expect(await wakeup.wait(60_000)).toBe(true);
});

test('wakeup: without a call the time is up', async () => {
  expect(await new Wakeup().wait(1)).toBe(false);
});
