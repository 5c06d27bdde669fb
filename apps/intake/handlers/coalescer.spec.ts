import { Coalescer, QueueFull } from './coalescer.ts';

/** A writer that holds its first batch until released and remembers what each batch contained. */
function heldWriter() {
  const batches: string[][] = [];
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const write = async (_key: string, items: readonly string[]) => {
    batches.push([...items]);
    if (batches.length === 1) await held;
    return items.map((i) => i.toUpperCase());
  };
  return { batches, release: () => release(), write };
}

describe('submissions of one tenant share a commit', () => {
  test('while one batch is written the others gather into the next', async () => {
    const { batches, release, write } = heldWriter();
    const coalescer = new Coalescer(write);
    const results = ['a', 'b', 'c'].map((x) => coalescer.submit('t', x));
    release();
    expect(await Promise.all(results)).toEqual(['A', 'B', 'C']);
    expect(batches).toEqual([['a'], ['b', 'c']]);
  });

  test('tenants do not wait for each other', async () => {
    const { batches, release, write } = heldWriter();
    const coalescer = new Coalescer(write);
    const slow = coalescer.submit('first', 'a');
    expect(await coalescer.submit('second', 'b')).toBe('B');
    release();
    expect(await slow).toBe('A');
    expect(batches).toEqual([['a'], ['b']]);
  });

  test('a row that fails costs its neighbours nothing', async () => {
    const coalescer = new Coalescer(async (_key: string, items: readonly string[]) => {
      if (items.includes('bad')) throw new Error('bad row');
      return [...items];
    });
    const results = await Promise.allSettled(['x', 'a', 'bad', 'b'].map((x) => coalescer.submit('t', x)));
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  test('a full queue refuses at once instead of growing', async () => {
    const { release, write } = heldWriter();
    const coalescer = new Coalescer(write, { batch: 10, waiting: 2 });
    const accepted = ['a', 'b', 'c'].map((x) => coalescer.submit('t', x));
    await expect(coalescer.submit('t', 'd')).rejects.toBeInstanceOf(QueueFull);
    release();
    expect(await Promise.all(accepted)).toEqual(['A', 'B', 'C']);
  });
});
