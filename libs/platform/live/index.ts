import type { Subscription } from '@nats-io/transport-node';
import type { Bus } from '../jetstream/bus.ts';

/** That something happened; who wants to know more asks for it. */
export interface LiveEvent {
  readonly type: string;
  /** The aggregate's id, usually the request's. */
  readonly requestId: string;
}

type Listener = (event: LiveEvent) => void;

/** Most listeners of one process. */
const maxListeners = 10_000;

/**
 * Tells pages what happens in their tenant as it happens: core NATS, one subscription per tenant with listeners, nothing is kept. What is
 * missed while NATS is away is not told again: a page asks anew when it reconnects.
 */
export class LiveFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly subscriptions = new Map<string, Promise<Subscription | undefined>>();

  constructor(private readonly bus: Bus) {}

  /** @returns a function that ends it. @throws Error when this process has too many listeners */
  listen(tenant: string, listener: Listener): () => void {
    const all = this.listeners.get(tenant) ?? new Set();
    if (this.size >= maxListeners) throw new Error(`More than ${maxListeners} live pages in one process`);
    all.add(listener);
    this.listeners.set(tenant, all);
    if (!this.subscriptions.has(tenant)) this.subscriptions.set(tenant, this.subscribe(tenant));
    return () => this.leave(tenant, listener);
  }

  get size(): number {
    let size = 0;
    for (const all of this.listeners.values()) size += all.size;
    return size;
  }

  private async subscribe(tenant: string): Promise<Subscription | undefined> {
    const connection = await this.bus.connection().catch(() => undefined);
    return connection?.subscribe(`evt.*.${tenant}.>`, {
      callback: (error, message) => {
        const type = message?.headers?.get('ce-type');
        const requestId = message?.headers?.get('ce-subject');
        if (error !== null || !type || !requestId) return;
        for (const listener of this.listeners.get(tenant) ?? []) listener({ type, requestId });
      },
    });
  }

  private leave(tenant: string, listener: Listener): void {
    const all = this.listeners.get(tenant);
    all?.delete(listener);
    if (all === undefined || all.size > 0) return;
    this.listeners.delete(tenant);
    const subscription = this.subscriptions.get(tenant);
    this.subscriptions.delete(tenant);
    void subscription?.then((one) => one?.unsubscribe());
  }
}
