import { setTimeout as pause } from 'node:timers/promises';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import type { Source } from '@reglament/contracts';
import type { Bus } from '../jetstream/bus.ts';
import { type Leadership, withLeadership } from '../leader/index.ts';
import type { Database } from '../postgres/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import { OutboxStore } from './outbox-store.ts';
import { Publisher } from './publish.ts';
import { reconcile } from './reconcile.ts';
import { Wakeup } from './wakeup.ts';

export interface RelayOptions {
  readonly database: Database;
  readonly bus: Bus;
  readonly source: Source;
  /** PostgreSQL for the leader's lock: the system role. */
  readonly lockUrl: string;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  /** Milliseconds between a batch that was not full and the next look: longer where nobody waits for an event at once. */
  readonly breath?: number;
}

/** Milliseconds between a batch that was not full and the next look, unless told. */
const breath = 10;
const batchSize = 500;
/** Milliseconds between two looks without a nudge: commits of another instance are seen by looking. */
const shortestIdle = 100;
const longestIdle = 250;
const longestBackOff = 2_000;
const lagEvery = 5_000;

/**
 * Publishes what the service has said, in order, each event once. One relay of a service works, the others stand by. NATS away: it waits.
 * A stream that lost events gets them again from PostgreSQL.
 */
export class Relay {
  private readonly store: OutboxStore;
  private readonly wakeup = new Wakeup();
  private readonly meters: ReturnType<typeof metersOf> | undefined;
  private leadership: Leadership | undefined;
  private unsubscribe: (() => void)[] = [];

  constructor(private readonly options: RelayOptions) {
    this.store = new OutboxStore(options.database, options.source);
    this.meters = options.metrics && metersOf(options.metrics);
  }

  get isLeader(): boolean {
    return this.leadership?.isLeader ?? false;
  }

  /** @throws Error when it runs already */
  start(): void {
    if (this.leadership !== undefined) throw new Error('The relay was started twice');
    const { database, bus, source, lockUrl, logger } = this.options;
    this.unsubscribe = [database.onNudge(() => this.wakeup.wake()), bus.onChange(() => this.wakeup.wake())];
    const named = { url: lockUrl, name: `relay.${source}`, ...(logger === undefined ? {} : { logger }) };
    this.leadership = withLeadership(named, (signal) => this.lead(signal));
  }

  /** Finishes the batch under way, then lets another instance lead. */
  async stop(): Promise<void> {
    for (const off of this.unsubscribe) off();
    await this.leadership?.stop();
  }

  private async lead(signal: AbortSignal): Promise<void> {
    const { bus, logger } = this.options;
    signal.addEventListener('abort', () => this.wakeup.wake());
    const lag = setInterval(() => void this.measureLag(), lagEvery);
    this.meters?.leads.set(1);
    try {
      for (let backOff = 50; !signal.aborted; ) {
        try {
          await this.untilConnected(signal);
          const manager = await jetstreamManager(await bus.connection(signal), { checkAPI: false });
          if (!signal.aborted && (await this.publishAll(manager, signal))) backOff = 50;
        } catch (error) {
          if (signal.aborted) return;
          logger?.warn({ err: error }, 'publishing was interrupted, checking the stream and going on');
        }
        await pause(backOff, undefined, { signal }).catch(() => undefined);
        backOff = Math.min(backOff * 2, longestBackOff);
      }
    } finally {
      clearInterval(lag);
      this.meters?.leads.set(0);
    }
  }

  /** Reconciles, then publishes until something fails. @returns whether anything was published before */
  private async publishAll(manager: JetStreamManager, signal: AbortSignal): Promise<boolean> {
    const publisher = new Publisher(await this.options.bus.connection(signal), this.options.source);
    try {
      return await this.publishFrom(manager, publisher, signal);
    } finally {
      publisher.close();
    }
  }

  private async publishFrom(manager: JetStreamManager, publisher: Publisher, signal: AbortSignal): Promise<boolean> {
    const { source, bus, logger } = this.options;
    let last = await reconcile({ manager, source, store: this.store, logger });
    let progressed = false;
    let after = 0;
    let idle = shortestIdle;
    // A batch is recorded while the next one is published; at most one record is under way.
    let recording = Promise.resolve();
    while (!signal.aborted && bus.isConnected) {
      if (after === 0) await recording;
      const rows = await this.store.waiting(after, batchSize);
      if (rows.length === 0) {
        if (after === 0) idle = await this.rest(idle);
        after = 0;
        continue;
      }
      // A full batch may be followed by more; then look again from the start, for a lower id can be committed later.
      const result = await this.unlessGone(publisher.publish(rows, last));
      await recording;
      recording = this.store.markPublished(result.published);
      recording.catch(() => undefined);
      this.meters?.published.inc(result.published.length);
      progressed ||= result.published.length > 0;
      last = result.last;
      if ('failure' in result) {
        await recording;
        logger?.warn({ err: result.failure, published: result.published.length }, 'a batch was not published whole');
        return progressed;
      }
      after = rows.length < batchSize ? 0 : (rows.at(-1)?.id ?? 0);
      if (after > 0) continue;
      // What is committed meanwhile is published together: the first event after a rest goes at once, under load batches grow.
      await pause(this.options.breath ?? breath, undefined, { signal }).catch(() => undefined);
      idle = await this.rest(idle);
    }
    await recording;
    return progressed;
  }

  /** Until something is committed here, or it is time to look for what another instance has. @returns how long the next rest may be, in ms */
  private async rest(idle: number): Promise<number> {
    const nudged = await this.wakeup.wait(idle);
    return nudged ? shortestIdle : Math.min(idle * 1.25, longestIdle);
  }

  /** Does not wait for acknowledgements that cannot come; what was published all the same is found when the stream is checked. */
  private async unlessGone<T>(work: Promise<T>): Promise<T> {
    let off: () => void = () => undefined;
    const gone = new Promise<never>((_, reject) => {
      off = this.options.bus.onChange((connected) => connected || reject(new Error('NATS went away')));
    });
    return Promise.race([work, gone]).finally(off);
  }

  private async untilConnected(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.options.bus.isConnected) await this.wakeup.wait(1_000);
  }

  private async measureLag(): Promise<void> {
    if (this.meters === undefined) return;
    const lag = await this.store.lag().catch(() => undefined);
    if (lag === undefined) return;
    this.meters.waiting.set(lag.count);
    this.meters.oldest.set(lag.oldestSeconds);
  }
}

const metersOf = (metrics: Metrics) => ({
  published: metrics.counter({ name: 'relay_published_total', help: 'Events published from the outbox' }),
  waiting: metrics.gauge({ name: 'relay_waiting', help: 'Events that wait in the outbox (counted up to 10,000)' }),
  oldest: metrics.gauge({ name: 'relay_oldest_waiting_seconds', help: 'Age of the oldest event that waits' }),
  leads: metrics.gauge({ name: 'relay_leads', help: '1 in the instance whose relay publishes' }),
});
