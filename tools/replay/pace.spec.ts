import { inOrder, Places, paceOf, turnsOf } from './pace.ts';
import type { Case } from './plan.ts';

const aCase = (key: string, at: number, steps: readonly number[]): Case => ({
  key,
  hotline: 'ovk',
  at,
  steps: steps.map((time) => ({ at: time, deed: { do: 'resolve' } })),
  submission: {
    channel: 'web',
    entryPoint: 'x',
    category: 'x',
    language: 'ru',
    requester: { name: 'x' },
    text: 'x',
  },
});

test('turns stand in the order of their time, and a case never overtakes itself', () => {
  const turns = turnsOf([aCase('a', 10, [5, 30]), aCase('b', 20, [20])]);
  expect(turns.map(({ one, step, at }) => `${one.key}${step}@${at}`)).toEqual([
    'a-1@10',
    'a0@10',
    'b-1@20',
    'b0@20',
    'a1@30',
  ]);
});

test('cases run side by side within the places, each in its own order', async () => {
  const cases = Array.from({ length: 20 }, (_, i) => aCase(`c${i}`, 0, [0, 0, 0]));
  const seen = new Map<string, number[]>();
  let running = 0;
  let most = 0;
  await inOrder(turnsOf(cases), paceOf('max'), new Places(4), async ({ one, step }) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    seen.set(one.key, [...(seen.get(one.key) ?? []), step]);
    running -= 1;
  });
  expect(most).toBe(4);
  expect([...seen.values()].every((steps) => steps.join() === '-1,0,1,2')).toBe(true);
});

test('the first failure ends the replay and is told', async () => {
  const turns = turnsOf([aCase('a', 0, [0, 0])]);
  const act = async ({ step }: { step: number }) => {
    if (step === 0) throw new Error('away for good');
  };
  await expect(inOrder(turns, paceOf('max'), new Places(1), act)).rejects.toThrow('away for good');
});

test('600 times faster: ten minutes pass in a second', () => expect(paceOf(600)(600_000)).toBe(1000));
