/** Refused because too many submissions of one tenant are already waiting for their commit. */
export class QueueFull extends Error {}

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets concurrent submissions of one tenant share one commit. While a batch is being written the next one gathers, so
 * the batch grows with the load and nobody waits for a timer. Each caller is answered only after its batch is durable.
 * A batch that fails is written again one by one, so one bad row never costs its neighbours.
 */
export class Coalescer<T, R> {
  private readonly queues = new Map<string, Waiting<T, R>[]>();
  private readonly running = new Set<string>();

  constructor(
    private readonly write: (key: string, items: readonly T[]) => Promise<readonly R[]>,
    private readonly limits: { readonly batch: number; readonly waiting: number } = { batch: 256, waiting: 4096 },
  ) {}

  /** Resolves when the item's commit is durable. Rejects with QueueFull when the tenant's queue is at its bound. */
  submit(key: string, item: T): Promise<R> {
    const queue = this.queues.get(key) ?? [];
    if (queue.length >= this.limits.waiting) return Promise.reject(new QueueFull(`${queue.length} submissions wait`));
    this.queues.set(key, queue);
    return new Promise<R>((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!this.running.has(key)) void this.drain(key, queue);
    });
  }

  private async drain(key: string, queue: Waiting<T, R>[]): Promise<void> {
    this.running.add(key);
    try {
      while (queue.length > 0) await this.writeBatch(key, queue.splice(0, this.limits.batch));
    } finally {
      this.running.delete(key);
      if (queue.length === 0) this.queues.delete(key);
    }
  }

  private async writeBatch(key: string, batch: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.write(
        key,
        batch.map((w) => w.item),
      );
      batch.forEach((waiting, i) => {
        const result = results[i];
        if (result === undefined)
          waiting.reject(new Error(`batch of ${batch.length} answered ${results.length} results`));
        else waiting.resolve(result);
      });
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only) only.reject(error);
      else for (const waiting of batch) await this.writeBatch(key, [waiting]);
    }
  }
}
