import { type JsMsg } from '@nats-io/jetstream';
import { type Held, read } from './delivery.ts';
import { ackWithin } from './streams.ts';

/** Most messages in one transaction. */
const groupSize = 200;
/** Most tenants worked on at the same moment: each needs a connection. */
const maxTenants = 4;
/** Above this many held messages nothing more is fetched. */
const enough = 1_000;
/**
 * Milliseconds between the beginnings of two groups of one tenant, unless a whole group already waits. The first event after a rest is handled at
 * once; under load the pause lets a group gather, and a transaction for twenty events costs little more than one for a single event.
 */
const breath = 20;
/** A third of the time until NATS would deliver again. */
const extendEvery = ackWithin / 3;

export interface DispatcherOptions {
  process(group: readonly Held[]): Promise<void>;
  onInFlight?(count: number): void;
}

/**
 * Holds what arrived and hands it on in groups of one tenant, one group per tenant at a time: so the events of one request are handled in the
 * order they arrived, whichever streams they came from. Bounded by what the consumers may have in flight.
 */
export class Dispatcher {
  private readonly held = new Map<string, Held>();
  private readonly queues = new Map<string, Held[]>();
  private readonly busy = new Map<string, Promise<void>>();
  /** When each tenant's latest group began. */
  private readonly begun = new Map<string, number>();
  private readonly extender: NodeJS.Timeout;
  private readonly waiting: (() => void)[] = [];
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
    const queue = this.queues.get(tenant);
    if (queue === undefined) this.queues.set(tenant, [held]);
    else queue.push(held);
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
    await Promise.all(this.busy.values());
    for (const held of this.held.values()) held.message.nak();
    this.held.clear();
    this.queues.clear();
  }

  private pump(): void {
    for (const tenant of this.queues.keys()) {
      if (this.stopped || this.busy.size >= maxTenants) return;
      if (this.busy.has(tenant)) continue;
      const turn = this.turnOf(tenant);
      this.busy.set(
        tenant,
        turn.then(() => this.work(tenant)),
      );
    }
  }

  /** Resolves when the tenant's next group may begin: at the earliest after this turn of the event loop, so that what arrives together is one group. */
  private turnOf(tenant: string): Promise<void> {
    const rested = performance.now() - (this.begun.get(tenant) ?? Number.NEGATIVE_INFINITY);
    const whole = (this.queues.get(tenant)?.length ?? 0) >= groupSize;
    return new Promise((resolve) => {
      if (whole || rested >= breath) setImmediate(resolve);
      else setTimeout(resolve, breath - rested);
    });
  }

  private async work(tenant: string): Promise<void> {
    this.begun.set(tenant, performance.now());
    try {
      const queue = this.queues.get(tenant) ?? [];
      const group = queue.splice(0, groupSize);
      if (queue.length === 0) this.queues.delete(tenant);
      // To the end of the line, so that a busy tenant does not keep the others waiting.
      else this.queues.delete(tenant) && this.queues.set(tenant, queue);
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
