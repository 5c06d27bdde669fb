import { type JsMsg } from '@nats-io/jetstream';
import { type Held, read } from './delivery.ts';
import { ackWithin } from './streams.ts';

/** Most messages in one transaction. */
const groupSize = 200;
/** Most tenants worked on at the same moment: each needs a connection. */
const maxTenants = 4;
/** Above this many held messages nothing more is fetched. */
const enough = 1_000;
/** A third of the time until NATS would deliver again. */
const extendEvery = ackWithin / 3;

export interface DispatcherOptions {
  process(group: readonly Held[]): Promise<void>;
  onInFlight?(count: number): void;
  /**
   * Milliseconds between the beginnings of two groups of one tenant, for messages of a stream, unless a whole group already waits; the most urgent
   * message that waits decides. The first event after a rest is handled at once; under load the pause lets a group gather, and a transaction for
   * twenty events costs little more than one for a single event.
   */
  restOf(stream: string): number;
}

/** What of one tenant waits for its turn. */
interface Queue {
  items: Held[];
  /** Milliseconds between the beginning of the latest group and the next. */
  rest: number;
}

/**
 * Holds what arrived and hands it on in groups of one tenant, one group per tenant at a time: so the events of one request are handled in the
 * order they arrived, whichever streams they came from. Bounded by what the consumers may have in flight.
 */
export class Dispatcher {
  private readonly held = new Map<string, Held>();
  private readonly queues = new Map<string, Queue>();
  private readonly busy = new Map<string, Promise<void>>();
  /** When each tenant's latest group began. */
  private readonly begun = new Map<string, number>();
  private readonly extender: NodeJS.Timeout;
  private readonly waiting: (() => void)[] = [];
  /** Looks again when the next tenant's rest is over. */
  private next: { readonly at: number; readonly timer: NodeJS.Timeout } | undefined;
  private stopped = false;

  constructor(private readonly options: DispatcherOptions) {
    this.extender = setInterval(() => this.extend(), extendEvery).unref();
  }

  get size(): number {
    return this.held.size;
  }

  accept(message: JsMsg): void {
    if (this.stopped) {
      message.nak();
      return;
    }
    const { stream, streamSequence: sequence } = message.info;
    const key = `${stream}:${sequence}`;
    const known = this.held.get(key);
    // Delivered again while it still waits here: only the newest delivery can be acknowledged.
    if (known !== undefined) {
      known.message = message;
      return;
    }
    const reading = read(message);
    const held: Held = { message, stream, sequence, reading, since: performance.now() };
    this.held.set(key, held);
    const tenant = tenantOf(held);
    const rest = this.options.restOf(stream);
    const queue = this.queues.get(tenant);
    if (queue === undefined) this.queues.set(tenant, { items: [held], rest });
    else {
      queue.items.push(held);
      queue.rest = Math.min(queue.rest, rest);
    }
    this.options.onInFlight?.(this.held.size);
    this.pump();
  }

  /** Resolves when it can hold more. */
  async room(): Promise<void> {
    while (this.held.size >= enough && !this.stopped) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Waits for the groups under way; what was not begun goes back at once. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const resolve of this.waiting.splice(0)) resolve();
    clearInterval(this.extender);
    clearTimeout(this.next?.timer);
    await Promise.all(this.busy.values());
    for (const held of this.held.values()) held.message.nak();
    this.held.clear();
    this.queues.clear();
  }

  private pump(): void {
    const now = performance.now();
    for (const [tenant, queue] of this.queues) {
      if (this.stopped || this.busy.size >= maxTenants) return;
      if (this.busy.has(tenant)) continue;
      const at = (this.begun.get(tenant) ?? Number.NEGATIVE_INFINITY) + queue.rest;
      if (queue.items.length < groupSize && at > now) this.lookAgain(at, now);
      else this.begin(tenant);
    }
  }

  /** After this turn of the event loop, so that what arrives together is one group. */
  private begin(tenant: string): void {
    const turn = new Promise((resolve) => setImmediate(resolve));
    this.busy.set(
      tenant,
      turn.then(() => this.work(tenant)),
    );
  }

  private lookAgain(at: number, now: number): void {
    if (this.next !== undefined && this.next.at <= at) return;
    clearTimeout(this.next?.timer);
    const look = () => {
      this.next = undefined;
      this.pump();
    };
    this.next = { at, timer: setTimeout(look, Math.ceil(at - now)) };
  }

  private async work(tenant: string): Promise<void> {
    this.begun.set(tenant, performance.now());
    try {
      const waiting = this.queues.get(tenant)?.items ?? [];
      const group = waiting.splice(0, groupSize);
      this.queues.delete(tenant);
      // To the end of the line, so that a busy tenant does not keep the others waiting.
      if (waiting.length > 0) {
        const rest = Math.min(...waiting.map((held) => this.options.restOf(held.stream)));
        this.queues.set(tenant, { items: waiting, rest });
      }
      if (!this.stopped) {
        await this.options.process(group);
        // Nothing happens to a message that was answered; what an outage kept from that while stopping goes back.
        if (this.stopped) for (const held of group) held.message.nak();
        for (const held of group) this.held.delete(`${held.stream}:${held.sequence}`);
      }
    } finally {
      this.options.onInFlight?.(this.held.size);
      if (this.held.size < enough) for (const resolve of this.waiting.splice(0)) resolve();
      this.busy.delete(tenant);
      this.pump();
    }
  }

  /** Tells NATS that long-held messages are still being worked on. */
  private extend(): void {
    const now = performance.now();
    for (const held of this.held.values()) if (now - held.since > extendEvery) held.message.working();
  }
}

/** What has no readable tenant is worked on under a name no tenant can have. */
function tenantOf({ reading }: Held): string {
  if (reading.kind === 'event') return reading.event.tenant;
  return reading.kind === 'unknown' ? reading.envelope.tenant : '';
}
