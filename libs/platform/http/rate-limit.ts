import { LRUCache } from 'lru-cache';
import type { RateLimit } from './endpoint.ts';

/** How many callers one route remembers; the least recently seen are forgotten first. */
const REMEMBERED = 20_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A token bucket per caller, for one route, in this process: it protects the process. What several instances must agree
 * on (sign-in attempts) is counted in PostgreSQL.
 */
export class RateLimiter {
  readonly #buckets = new LRUCache<string, Bucket>({ max: REMEMBERED });
  readonly #max: number;
  readonly #perMs: number;

  constructor(limit: RateLimit) {
    this.#max = limit.max;
    this.#perMs = limit.max / (limit.perSeconds * 1000);
  }

  /** 0 when the call may go on, else after how many seconds to come back. `now`: monotonic milliseconds. */
  take(key: string, now: number): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      this.#buckets.set(key, { tokens: this.#max - 1, at: now });
      return 0;
    }
    bucket.tokens = Math.min(this.#max, bucket.tokens + (now - bucket.at) * this.#perMs);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.#perMs / 1000));
    bucket.tokens -= 1;
    return 0;
  }
}
