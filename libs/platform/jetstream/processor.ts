import { setTimeout as pause } from 'node:timers/promises';
import type { AnyEvent, Source } from '@reglament/contracts';
import { isOutage } from '../outcome/outage.ts';
import type { Database } from '../postgres/index.ts';
import { type Logger, withTrace } from '../telemetry/index.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { Held } from './delivery.ts';
import { EventContext } from './event-context.ts';
import { claim } from './inbox.ts';
import type { Meters } from './meters.ts';

/** Runs an event's handler in the context's transaction. Undefined: this service does nothing on that type. */
export type HandlerOf = (type: string) => ((event: AnyEvent, context: EventContext) => Promise<void>) | undefined;

export interface ProcessorOptions {
  readonly service: Source;
  readonly database: Database;
  readonly deadLetters: DeadLetters;
  readonly handlerOf: HandlerOf;
  readonly meters: Meters | undefined;
  readonly logger: Logger | undefined;
  /** Deliveries after which a failing handler's event becomes a dead letter. */
  readonly maxDeliveries: number;
  /** Milliseconds until the delivery after the given one. */
  readonly backOff: (delivery: number) => number;
  /** Told after the commit, also of what had taken effect before: the process that committed it may have died before it told anyone. */
  readonly onTaken: (events: readonly AnyEvent[]) => void;
}

const longestOutagePause = 5_000;

type EventHeld = Held & { reading: { kind: 'event'; event: AnyEvent } };

/** Takes groups of one tenant's messages into effect: one transaction for the group, and where that fails, one for each. */
export class Processor {
  constructor(
    private readonly options: ProcessorOptions,
    private readonly stopped: AbortSignal,
  ) {}

  /** Every message is acknowledged, put off, or buried when this returns, unless the process is stopping. */
  async process(group: readonly Held[]): Promise<void> {
    const { meters, handlerOf } = this.options;
    const wanted: EventHeld[] = [];
    for (const held of group) {
      const { reading } = held;
      if (reading.kind === 'invalid') {
        await this.persist(() => this.bury(held, 'invalid', reading.fault));
      } else if (reading.kind === 'unknown') {
        meters?.unknown.inc({ type: 'unknown' });
        held.message.ack();
      } else if (handlerOf(reading.event.type) === undefined) {
        held.message.ack();
      } else {
        wanted.push(held as EventHeld);
      }
    }
    if (wanted.length === 0) return;
    const fault = await this.persist(() => this.together(wanted));
    if (fault === undefined || this.stopped.aborted) return;
    if (wanted.length === 1) return this.failed(wanted[0], fault);
    for (const held of wanted) {
      if (this.stopped.aborted) return;
      const alone = await this.persist(() => this.together([held]));
      if (alone !== undefined) await this.failed(held, alone);
    }
  }

  /** One transaction: claims, handlers in order, commit; then the acknowledgements. */
  private async together(group: readonly EventHeld[]): Promise<void> {
    const { service, database, handlerOf, meters, onTaken } = this.options;
    const [first] = group;
    if (first === undefined) return;
    const started = performance.now();
    await database.tenant(first.reading.event.tenant, async (tx) => {
      const fresh = new Set(
        await claim(
          tx,
          service,
          group.map((held) => held.reading.event),
        ),
      );
      for (const { reading, message, stream, sequence } of group) {
        const { event } = reading;
        // Deleting it makes a second copy in the same group a redelivery.
        if (!fresh.delete(event.id)) continue;
        const context = new EventContext(tx, { count: message.info.deliveryCount, stream, sequence });
        await withTrace(event.traceparent, async () => handlerOf(event.type)?.(event, context));
      }
    });
    for (const held of group) held.message.ack();
    onTaken(group.map(({ reading }) => reading.event));
    meters?.handled.inc(group.length);
    meters?.groupSeconds.observe((performance.now() - started) / 1000);
  }

  /** Tries work until no engine is away, whatever it takes. @returns what the work threw otherwise */
  private async persist(work: () => Promise<void>): Promise<unknown> {
    for (let wait = 100; ; wait = Math.min(wait * 2, longestOutagePause)) {
      try {
        await work();
        return undefined;
      } catch (error) {
        if (!isOutage(error)) return error ?? new Error('A handler threw nothing');
        if (this.stopped.aborted) return undefined;
        this.options.logger?.warn({ err: error }, 'PostgreSQL is away, the events wait');
        await pause(wait, undefined, { signal: this.stopped }).catch(() => undefined);
      }
    }
  }

  private async failed(held: EventHeld | undefined, error: unknown): Promise<void> {
    if (held === undefined) return;
    const { event } = held.reading;
    const { deliveryCount } = held.message.info;
    const fields = { err: error, type: event.type, eventId: event.id, subjectId: event.subjectId, deliveryCount };
    this.options.meters?.failed.inc({ type: event.type });
    if (deliveryCount < this.options.maxDeliveries) {
      this.options.logger?.error(fields, 'a handler failed, the event comes again');
      held.message.nak(this.options.backOff(deliveryCount));
      return;
    }
    this.options.logger?.error(fields, 'a handler failed at every try, the event is a dead letter now');
    await this.persist(() => this.bury(held, 'failed', describe(error)));
  }

  private async bury(held: Held, reason: 'invalid' | 'failed', error: string): Promise<void> {
    await this.options.deadLetters.bury(held, reason, error);
    this.options.meters?.dead.inc({ reason });
    if (reason === 'invalid')
      this.options.logger?.error({ stream: held.stream, sequence: held.sequence, error }, 'an invalid event');
    held.message.ack();
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
