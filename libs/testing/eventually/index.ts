import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds until it gives up; 10 s unless told. */
  readonly within?: number;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

/**
 * Looks until `probe` neither throws (put `expect` into it) nor returns false or null, and gives what it returned.
 * @throws the last error when the time is up
 */
export async function eventually<T>(
  probe: () => Promise<T> | T,
  { within = 10_000, every = 20 }: Patience = {},
): Promise<Exclude<T, null | false>> {
  const deadline = performance.now() + within;
  for (;;) {
    let seen: unknown;
    try {
      const value = await probe();
      if (value !== null && value !== false) return value as Exclude<T, null | false>;
      seen = new Error(`Still ${JSON.stringify(value)} after ${within} ms`);
    } catch (error) {
      seen = error;
    }
    if (performance.now() > deadline) throw seen;
    await pause(every);
  }
}
