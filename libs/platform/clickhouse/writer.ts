import { Readable } from 'node:stream';
import type { ClickHouse } from './client.ts';
import { isRefusedByClickHouse } from './client.ts';

export interface BatchWriterOptions<Tag = void> {
  readonly table: string;
  /** A batch is written when it has so many rows … */
  readonly maxRows?: number;
  /** … or so many bytes … */
  readonly maxBytes?: number;
  /** … or when its first row has waited so many milliseconds. */
  readonly maxWaitMs?: number;
  /** Least milliseconds between the beginnings of two inserts, while neither bound above is reached: an insert costs about the same for one row as for a thousand. */
  readonly restMs?: number;
  /** Rows held altogether, waiting and on their way; `add` holds its caller back beyond that. */
  readonly maxHeld?: number;
  /** Pause before the next try when ClickHouse is away; doubles up to `maxRetryMs`. */
  readonly retryMs?: number;
  readonly maxRetryMs?: number;
  /** Called when a batch is in the table, with what `add` was told of its rows; only after it is a row called stored. Fails like an insert: the batch is written again. */
  readonly onInserted?: (tags: readonly Tag[]) => Promise<void>;
  /** Told after each try; for metrics and logs. */
  readonly onWritten?: (rows: number, seconds: number) => void;
  readonly onFailure?: (error: unknown, rows: number) => void;
}

/** Inserts under way at once. */
const AT_ONCE = 2;
/** Some 200 KB. */
const LINES_AT_ONCE = 128;

export interface WriterState {
  /** Rows taken and not yet written. */
  readonly held: number;
  /** Tries that failed since the last success; 0 when all is well. */
  readonly failures: number;
}

interface Held<Tag> {
  /** The row as JSON and a line end, in UTF-8: half of what a string with Cyrillic takes, and nothing for the collector to walk through. */
  readonly line: Buffer;
  readonly tag: Tag;
  readonly done: () => void;
  readonly refused: (error: unknown) => void;
}

/**
 * Gathers rows and writes them in large inserts. A row's promise resolves only when ClickHouse has stored it, and
 * rejects only when ClickHouse has read the row and refuses it, or when the writer is closed first. While ClickHouse is
 * away the writer waits and tries again, with its memory bounded; the same row may then be stored twice, so the table
 * must count it once.
 */
export class BatchWriter<Tag = void> {
  readonly #house: ClickHouse;
  readonly #options: Required<BatchWriterOptions<Tag>>;
  #waiting: Held<Tag>[] = [];
  #waitingBytes = 0;
  #held = 0;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  /** When the latest insert began, monotonic. */
  #begun = Number.NEGATIVE_INFINITY;
  readonly #writing = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  #room: (() => void)[] = [];

  constructor(house: ClickHouse, options: BatchWriterOptions<Tag>) {
    this.#house = house;
    this.#options = {
      maxRows: 10_000,
      maxBytes: 16 * 2 ** 20,
      maxWaitMs: 100,
      restMs: 0,
      maxHeld: 40_000,
      retryMs: 100,
      maxRetryMs: 5_000,
      onInserted: async () => undefined,
      onWritten: () => undefined,
      onFailure: () => undefined,
      ...options,
    };
  }

  get state(): WriterState {
    return { held: this.#held, failures: this.#failures };
  }

  /** Waits until there is room for one more row. */
  async room(): Promise<void> {
    while (this.#held >= this.#options.maxHeld && !this.#closing.signal.aborted) {
      await new Promise<void>((resolve) => this.#room.push(resolve));
    }
  }

  /** Takes a row (JSON text of one object); resolves when it is stored. Call `room()` first. `tag` comes back in `onInserted`. */
  add(line: string, tag: Tag): Promise<void> {
    if (this.#closing.signal.aborted) return Promise.reject(new Error('The writer is closed.'));
    this.#held++;
    return new Promise((done, refused) => {
      const bytes = Buffer.from(`${line}\n`);
      this.#waiting.push({ line: bytes, tag, done, refused });
      this.#waitingBytes += bytes.length;
      this.#schedule();
    });
  }

  /** Writes what is held, as far as ClickHouse answers within `withinMs`; the rest is rejected. */
  async close(withinMs = 5_000): Promise<void> {
    const deadline = AbortSignal.timeout(withinMs);
    while (this.#held > 0 && !deadline.aborted) {
      this.#start();
      const late = new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve(), { once: true }));
      await Promise.race([Promise.all(this.#writing), late]);
    }
    this.#closing.abort();
    clearTimeout(this.#timer);
    this.#makeRoom();
    for (const row of this.#take(Number.POSITIVE_INFINITY)) row.refused(new Error('The writer was closed.'));
    await Promise.all(this.#writing);
  }

  get #isFull(): boolean {
    return this.#waiting.length >= this.#options.maxRows || this.#waitingBytes >= this.#options.maxBytes;
  }

  #schedule(): void {
    if (this.#isFull) {
      this.#start();
    } else {
      const { maxWaitMs, restMs } = this.#options;
      const rest = this.#begun + restMs - performance.now();
      this.#timer ??= setTimeout(() => this.#start(), Math.max(maxWaitMs, rest));
    }
  }

  /**
   * While an insert runs the next batch grows, so batches are large exactly when the load is; a second one begins beside it only when a batch
   * is full, so that ClickHouse need not wait while rows are made.
   */
  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const mayBegin = this.#writing.size === 0 || (this.#isFull && this.#writing.size < AT_ONCE);
    if (!mayBegin || this.#waiting.length === 0) return;
    this.#begun = performance.now();
    const batch = this.#take(this.#options.maxRows);
    const writing = this.#write(batch).finally(() => {
      this.#held -= batch.length;
      this.#writing.delete(writing);
      this.#makeRoom();
      if (this.#waiting.length > 0) this.#schedule();
    });
    this.#writing.add(writing);
  }

  #take(rows: number): Held<Tag>[] {
    const batch = this.#waiting.slice(0, rows);
    this.#waiting = this.#waiting.slice(batch.length);
    this.#waitingBytes = this.#waiting.reduce((sum, row) => sum + row.line.length, 0);
    return batch;
  }

  #makeRoom(): void {
    const waiting = this.#room;
    this.#room = [];
    for (const resume of waiting) resume();
  }

  /** Tries until the batch is stored, ClickHouse refuses it, or the writer is closed. */
  async #write(batch: readonly Held<Tag>[]): Promise<void> {
    for (let pause = this.#options.retryMs; ; pause = Math.min(pause * 2, this.#options.maxRetryMs)) {
      const from = performance.now();
      try {
        await this.#insert(batch);
        await this.#options.onInserted(batch.map(({ tag }) => tag));
        this.#failures = 0;
        this.#options.onWritten(batch.length, (performance.now() - from) / 1000);
        for (const row of batch) row.done();
        return;
      } catch (error) {
        this.#failures++;
        this.#options.onFailure(error, batch.length);
        if (isRefusedByClickHouse(error)) return this.#divide(batch, error);
        if (this.#closing.signal.aborted) {
          for (const row of batch) row.refused(error);
          return;
        }
      }
      await this.#pause(pause);
    }
  }

  /** A refused batch is halved until the refused row stands alone: the others are stored. */
  async #divide(batch: readonly Held<Tag>[], error: unknown): Promise<void> {
    if (batch.length <= 1) {
      for (const row of batch) row.refused(error);
      return;
    }
    const middle = batch.length >> 1;
    await this.#write(batch.slice(0, middle));
    await this.#write(batch.slice(middle));
  }

  async #insert(batch: readonly Held<Tag>[]): Promise<void> {
    const { client, database } = this.#house;
    const answer = await client.exec({
      query: `INSERT INTO ${database}.${this.#options.table} FORMAT JSONEachRow`,
      values: Readable.from(piecesOf(batch), { objectMode: false }),
    });
    for await (const _ of answer.stream);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.#closing.signal.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      this.#closing.signal.addEventListener('abort', finish, { once: true });
    });
  }
}

/** A batch as it is sent: never whole in memory a second time. */
function* piecesOf(batch: readonly { readonly line: Buffer }[]): Generator<Buffer> {
  for (let at = 0; at < batch.length; at += LINES_AT_ONCE)
    yield Buffer.concat(batch.slice(at, at + LINES_AT_ONCE).map(({ line }) => line));
}
