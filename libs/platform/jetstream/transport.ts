import { setTimeout as pause } from 'node:timers/promises';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { type AnyEvent, consumes, type Source, streamOf } from '@reglament/contracts';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Database } from '../postgres/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import type { Bus } from './bus.ts';
import { type Buried, DeadLetters } from './dead-letters.ts';
import { readBody } from './delivery.ts';
import { Dispatcher } from './dispatcher.ts';
import { EventContext } from './event-context.ts';
import { envelopeFrom } from './headers.ts';
import { claim, registerTypes } from './inbox.ts';
import { type Meters, metersOf } from './meters.ts';
import { type HandlerOf, Processor } from './processor.ts';
import { Subscription } from './subscription.ts';

export interface TransportOptions {
  readonly service: Source;
  readonly bus: Bus;
  readonly database: Database;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  /** Most events of one stream that all instances together hold unacknowledged; 2,000 unless told. */
  readonly maxInFlight?: number;
  /** Deliveries until a failing handler's event is a dead letter; 10 unless told. */
  readonly maxDeliveries?: number;
  /** How long, in ms, the events of a source may gather while there is a steady stream of them; 20 unless told. */
  readonly gather?: Partial<Record<Source, number>>;
  /** Milliseconds until the delivery after the given one; doubles from 200 ms to 30 s unless told. */
  readonly backOff?: (delivery: number) => number;
}

const doubling = (delivery: number): number => Math.min(100 * 2 ** delivery, 30_000);
const countDeadEvery = 10_000;
/** Milliseconds: what a person at a page does not notice. */
const usualGathering = 20;

/**
 * Nest's transport for events on JetStream: `@EventPattern('request.submitted.v1') on(@Payload() event, @Ctx() ctx: EventContext)`.
 * An event's id and its effects commit together in `ctx.tx`; the message is acknowledged after that commit and never before.
 */
export class JetStreamTransport extends Server implements CustomTransportStrategy {
  /** Tells Nest to let a handler's error through to us instead of logging it and going on. */
  override readonly propagatesEventHandlerErrors = true;
  readonly deadLetters: DeadLetters;
  private readonly stopping = new AbortController();
  private readonly meters: Meters | undefined;
  private readonly dispatcher: Dispatcher;
  private subscriptions: Subscription[] = [];
  private registering: Promise<void> = Promise.resolve();
  private counting: NodeJS.Timeout | undefined;
  private readonly takenListeners = new Set<(events: readonly AnyEvent[]) => void>();

  constructor(private readonly settings: TransportOptions) {
    super();
    const { service, database, logger, metrics } = settings;
    this.meters = metrics && metersOf(metrics);
    this.deadLetters = new DeadLetters(database, service);
    const processor = new Processor(
      {
        service,
        database,
        deadLetters: this.deadLetters,
        handlerOf: this.handlerOf,
        meters: this.meters,
        logger,
        maxDeliveries: settings.maxDeliveries ?? 10,
        backOff: settings.backOff ?? doubling,
        onTaken: (events) => {
          for (const listener of this.takenListeners) listener(events);
        },
      },
      this.stopping.signal,
    );
    const gather = new Map(
      Object.entries(settings.gather ?? {}).map(([source, ms]) => [streamOf(source as Source), ms]),
    );
    this.dispatcher = new Dispatcher({
      restOf: (stream) => gather.get(stream) ?? usualGathering,
      process: (group) => processor.process(group),
      onInFlight: (count) => this.meters?.inFlight.set(count),
    });
  }

  listen(callback: () => void): void {
    const { service, bus, logger } = this.settings;
    const sources: readonly Source[] = consumes[service];
    const maxInFlight = this.settings.maxInFlight ?? 2_000;
    const onMessage = this.dispatcher.accept.bind(this.dispatcher);
    const room = this.dispatcher.room.bind(this.dispatcher);
    this.subscriptions = sources.map(
      (source) => new Subscription({ bus, service, source, maxInFlight, onMessage, room, logger }),
    );
    this.registering = this.register();
    this.counting = setInterval(() => void this.countDead(), countDeadEvery);
    callback();
  }

  /** Stops pulling, lets the transactions under way commit, gives back the rest. */
  async close(): Promise<void> {
    clearInterval(this.counting);
    this.stopping.abort();
    await this.registering;
    // The dispatcher first where it waits for room, so both at once; what arrives after it stopped goes back.
    await Promise.all([...this.subscriptions.map((subscription) => subscription.stop()), this.dispatcher.stop()]);
  }

  /**
   * Tries a dead letter again, now. Its effect and the inbox row commit together, so it takes effect once however often it is tried.
   * @returns what was wrong this time, or undefined when it took effect
   */
  async replay(letter: Buried): Promise<string | undefined> {
    const read = envelopeFrom(letter.headers);
    const reading =
      'fault' in read ? ({ kind: 'invalid', fault: read.fault } as const) : readBody(read.envelope, letter.body);
    if (reading.kind === 'invalid') return reading.fault;
    if (reading.kind === 'unknown') return `${letter.type} is not known to this version`;
    const { event } = reading;
    try {
      await this.settings.database.tenant(event.tenant, async (tx) => {
        const fresh = await claim(tx, this.settings.service, [event]);
        if (!fresh.has(event.id)) return;
        const delivery = { count: letter.deliveries + 1, stream: 'dead-letters', sequence: letter.id };
        await this.handlerOf(event.type)?.(event, new EventContext(tx, delivery));
      });
    } catch (error) {
      this.settings.logger?.error({ err: error, eventId: event.id, type: event.type }, 'a dead letter failed again');
      return error instanceof Error ? error.message : String(error);
    }
    await this.deadLetters.markReplayed(event.tenant, letter.id);
    return undefined;
  }

  /** Whether this service does something on that type. */
  handles(type: string): boolean {
    return this.messageHandlers.has(type);
  }

  /** Calls `listener` with events of one tenant that have taken effect here: after the commit, and again when one of them comes again. */
  onTaken(listener: (events: readonly AnyEvent[]) => void): void {
    this.takenListeners.add(listener);
  }

  on(): never {
    throw new Error('JetStreamTransport has no events to listen to');
  }

  unwrap<T>(): T {
    return this.settings.bus as T;
  }

  private readonly handlerOf: HandlerOf = (type) => {
    const handler = this.messageHandlers.get(type);
    if (handler === undefined) return undefined;
    return async (event: AnyEvent, context: EventContext) => {
      const result: unknown = await handler(event, context);
      if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    };
  };

  /** The types go into PostgreSQL before the first message is taken, however long PostgreSQL takes. */
  private async register(): Promise<void> {
    const { service, database, logger } = this.settings;
    const { signal } = this.stopping;
    const types = [...this.messageHandlers.keys()];
    for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, 2_000)) {
      try {
        await registerTypes(database, service, types);
        for (const subscription of this.subscriptions) subscription.start();
        return;
      } catch (error) {
        logger?.warn({ err: error }, 'the handled types could not be registered yet');
        await pause(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async countDead(): Promise<void> {
    const count = await this.deadLetters.count().catch(() => undefined);
    if (count !== undefined) this.meters?.deadLetters.set(count);
  }
}
