import { setTimeout as pause } from 'node:timers/promises';
import { type Consumer, type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type Source, streamOf } from '@reglament/contracts';
import type { Logger } from '../telemetry/index.ts';
import type { Bus } from './bus.ts';
import { ensureConsumer, ensureStream } from './streams.ts';

export interface SubscriptionOptions {
  readonly bus: Bus;
  /** Who consumes: the durable's name. */
  readonly service: Source;
  /** Whose stream. */
  readonly source: Source;
  /** Most messages that all instances together may hold unacknowledged. */
  readonly maxInFlight: number;
  readonly onMessage: (message: JsMsg) => void;
  /** Resolves when this instance can hold more. */
  readonly room?: () => Promise<void>;
  readonly logger?: Logger | undefined;
}

const longestBackOff = 2_000;
const fetchSize = 500;
/** Milliseconds that one fetch stays open; the longest a stop waits for messages already on their way. */
const fetchFor = 1_000;

/** Pulls one stream's messages for ever: makes stream and durable consumer when they are not there, and again when they are lost. */
export class Subscription {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: SubscriptionOptions) {}

  start(): void {
    this.running = this.run();
  }

  /**
   * Pulls no more, and hands on what is on its way: a message dropped here would come again only after the acknowledgement's time is up.
   * No message arrives after this.
   */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { bus, service, source, maxInFlight, logger } = this.options;
    const { signal } = this.stopping;
    for (let backOff = 100; !signal.aborted; backOff = Math.min(backOff * 2, longestBackOff)) {
      try {
        const connection = await bus.connection(signal);
        const manager = await jetstreamManager(connection, { checkAPI: false });
        await ensureStream(manager, source);
        await ensureConsumer(manager, service, source, maxInFlight);
        const consumer = await jetstream(connection).consumers.get(streamOf(source), service);
        while (!signal.aborted) {
          await this.pull(consumer);
          backOff = 100;
        }
      } catch (error) {
        if (signal.aborted) return;
        logger?.warn({ err: error, stream: streamOf(source) }, 'the stream cannot be read, trying again');
        await pause(backOff, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async pull(consumer: Consumer): Promise<void> {
    await this.options.room?.();
    if (this.stopping.signal.aborted) return;
    const { signal } = this.stopping;
    const messages = await consumer.fetch({ max_messages: fetchSize, expires: fetchFor });
    // A fetch ends by itself, but not while NATS is away: a stop does not wait for it then.
    const giveUp = () =>
      void setTimeout(() => messages.stop(), this.options.bus.isConnected ? 2 * fetchFor : 0).unref();
    signal.addEventListener('abort', giveUp);
    try {
      for await (const message of messages) this.options.onMessage(message);
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }
}
