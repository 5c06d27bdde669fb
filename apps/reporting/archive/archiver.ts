import { setTimeout as pause } from 'node:timers/promises';
import { type ConsumerMessages, type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { consumes, type Source, streamOf } from '@reglament/contracts';
import { BatchWriter, type ClickHouse } from '@reglament/platform/clickhouse';
import { type Bus, ensureConsumer, ensureStream } from '@reglament/platform/jetstream';
import type { Logger, Metrics } from '@reglament/platform/telemetry';
import { type Erased, WordEraser } from './erase-words.ts';
import { renewRequests, type Touched, touchedBy } from './renew.ts';
import { rowOf } from './row.ts';

export interface ArchiverParts {
  readonly bus: Bus;
  readonly house: ClickHouse;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The streams to archive; all that reporting consumes unless a test says otherwise. */
  readonly sources?: readonly Source[];
  /** What is done with erased requests before their words go from the archive. */
  readonly beforeErasing?: (erased: readonly Erased[]) => Promise<unknown>;
  /** How a stored event is acknowledged; a test that dies in between leaves it out. */
  readonly acknowledge?: (message: JsMsg) => void;
}

/** Unacknowledged events per stream, over all instances. A batch is made of most of them while others are on their way. */
const MAX_IN_FLIGHT = 30_000;
/** Rows of one insert, and of all inserts and what waits: with ~1.5 KB an event some 100 MB while much has to be caught up with. */
const ROWS = { maxRows: 20_000, maxHeld: 50_000 };
/** Asked for at a time. */
const PREFETCH = 4_000;
/**
 * Milliseconds between two inserts while events come singly: what comes after a rest is stored at once, and a steady stream twice a second. ClickHouse
 * spends some 40 ms of processor time on an insert and the rows made of it, however few they are.
 */
const REST_MS = 600;
const RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;
/** A row that ClickHouse refuses is shown again this much later: it waits in the stream and in the metrics, and is not lost. */
const REFUSED_AGAIN_MS = 60_000;

/**
 * Moves every event of every stream into the archive. An event is acknowledged only when ClickHouse has stored it and the
 * current row of its request knows it, so whatever dies in between delivers it again, and the archive's keys make the second copy the first one. While
 * ClickHouse or NATS is away it waits; memory stays bounded.
 */
export class Archiver {
  readonly #parts: ArchiverParts;
  readonly #writer: BatchWriter<readonly Touched[]>;
  readonly #eraser: WordEraser;
  readonly #stopping = new AbortController();
  readonly #open = new Set<ConsumerMessages>();
  /** Events held for the next insert, by stream and sequence; a second delivery takes the place of the first. */
  readonly #held = new Map<string, JsMsg>();
  #loops: Promise<unknown> = Promise.resolve();

  constructor(parts: ArchiverParts) {
    const { metrics, logger } = parts;
    this.#parts = parts;
    this.#eraser = new WordEraser(parts.house, parts.beforeErasing);
    const archived = metrics.counter({ name: 'reporting_events_archived_total', help: 'Events stored in the archive' });
    const failed = metrics.counter({ name: 'reporting_archive_failures_total', help: 'Inserts that failed' });
    const seconds = metrics.histogram({
      name: 'reporting_archive_insert_seconds',
      help: 'Seconds per insert into the archive',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    });
    metrics.gauge({
      name: 'reporting_archive_held',
      help: 'Events taken from the streams and not yet stored',
      collect: gaugeOf(() => this.#held.size),
    });
    this.#writer = new BatchWriter(parts.house, {
      table: 'events',
      ...ROWS,
      restMs: REST_MS,
      onInserted: (touched) => renewRequests(parts.house, touched.flat()),
      onWritten: (rows, took) => {
        archived.inc(rows);
        seconds.observe(took);
      },
      onFailure: (error, rows) => {
        failed.inc();
        logger.warn({ err: error, rows }, 'the archive did not take a batch');
      },
    });
  }

  /** Tries that failed since the last stored batch; for readiness. */
  get failures(): number {
    return this.#writer.state.failures;
  }

  /** Events taken and not yet stored. */
  get held(): number {
    return this.#held.size;
  }

  start(): void {
    const sources = this.#parts.sources ?? consumes.reporting;
    this.#loops = Promise.all(sources.map((source) => this.#follow(source)));
  }

  /** Takes no more, stores what it holds if ClickHouse is there, and acknowledges it. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const messages of this.#open) messages.stop();
    await this.#writer.close();
    await this.#loops;
  }

  /** Reads one stream for as long as the process lives, whatever becomes of the stream or the connection. */
  async #follow(source: Source): Promise<void> {
    const { logger } = this.#parts;
    for (let wait = RETRY_MS; !this.#stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        const from = performance.now();
        await this.#read(source);
        if (performance.now() - from > LONGEST_RETRY_MS) wait = RETRY_MS;
      } catch (error) {
        if (!this.#stopping.signal.aborted) logger.warn({ err: error, source }, 'reading the stream stopped');
      }
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  async #read(source: Source): Promise<void> {
    const connection = await this.#parts.bus.connection(this.#stopping.signal);
    if (this.#stopping.signal.aborted) return;
    const manager = await jetstreamManager(connection);
    await ensureStream(manager, source);
    await ensureConsumer(manager, 'reporting', source, MAX_IN_FLIGHT);
    const consumer = await jetstream(connection).consumers.get(streamOf(source), 'reporting');
    const messages = await consumer.consume({ max_messages: PREFETCH, abort_on_missing_resource: true });
    this.#open.add(messages);
    try {
      for await (const message of messages) {
        await this.#writer.room();
        if (this.#stopping.signal.aborted) return;
        this.#take(message);
      }
    } finally {
      this.#open.delete(messages);
      messages.stop();
    }
  }

  #take(message: JsMsg): void {
    const key = `${message.info.stream}:${message.seq}`;
    const isHeld = this.#held.has(key);
    // A later delivery is the one whose acknowledgement counts.
    this.#held.set(key, message);
    if (isHeld) return;
    const row = rowOf({
      stream: message.info.stream,
      sequence: message.seq,
      subject: message.subject,
      headers: message.headers,
      data: message.data,
      storedAt: Math.floor(message.info.timestampNanos / 1e6),
    });
    if (row.fault !== '') {
      this.#parts.logger.error(
        { eventId: row.id, type: row.type, tenant: row.tenant, fault: row.fault },
        'a faulty event',
      );
    }
    const stored = this.#writer.add(JSON.stringify(row), touchedBy(row.tenant, row.payload));
    const isErased = row.type === 'request.erased.v1' && row.fault === '';
    // Acknowledged only when the words are gone: until then it comes again.
    const erased = () => this.#eraser.add({ tenant: row.tenant, requestId: row.subject_id });
    (isErased ? stored.then(erased) : stored).then(
      () => this.#settle(key, this.#parts.acknowledge ?? ((held) => held.ack())),
      (error: unknown) => {
        if (!this.#stopping.signal.aborted) {
          this.#parts.logger.error({ err: error, eventId: row.id, type: row.type }, 'the archive refuses an event');
        }
        this.#settle(key, (held) => held.nak(REFUSED_AGAIN_MS));
      },
    );
  }

  #settle(key: string, answer: (message: JsMsg) => void): void {
    const message = this.#held.get(key);
    this.#held.delete(key);
    try {
      if (message !== undefined) answer(message);
    } catch {
      // The connection is closed: the event is delivered again, and stored as the one it is.
    }
  }
}

/** prom-client gives `this` to `collect`. */
function gaugeOf(value: () => number): (this: { set(value: number): void }) => void {
  return function collect() {
    this.set(value());
  };
}
