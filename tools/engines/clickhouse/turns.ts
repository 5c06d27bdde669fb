/** A bounded number of queries at a time, and a bounded queue before them. */
import { ClickHouseError } from './errors.ts';

export interface TurnLimits {
  /** Queries that run at the same time. */
  readonly running: number;
  /** Queries that may wait for their turn; one more is refused with code 202. */
  readonly waiting: number;
}

export class Turns {
  readonly #limits: TurnLimits;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  get running(): number {
    return this.#running;
  }

  /** Waits for a place and does the work in it. @throws ClickHouseError 202 when the queue is full */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so that nobody slips in between.
      const next = this.#queue.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  async #enter(): Promise<void> {
    const { running, waiting } = this.#limits;
    if (this.#running < running) {
      this.#running++;
      return;
    }
    if (this.#queue.length >= waiting) {
      const limits = `Maximum: ${running}, waiting: ${waiting}.`;
      throw new ClickHouseError(202, 'TOO_MANY_SIMULTANEOUS_QUERIES', `Too many simultaneous queries. ${limits}`);
    }
    await new Promise<void>((resolve) => this.#queue.push(resolve));
  }
}
