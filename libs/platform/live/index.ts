import type { Subscription } from '@nats-io/transport-node';
import type { Bus } from '../jetstream/bus.ts';

/** That something happened; who wants to know more asks for it. */
export interface LiveEvent {
  readonly type: string;
  /** The aggregate's id, usually the request's. */
  readonly requestId: string;
}

/** `missed`: NATS was away, and whatever happened meanwhile is not told again: look at everything anew. */
export type LiveNews = LiveEvent | 'missed';

type Listener = (news: LiveNews) => void;

/** Most listeners of one process. */
const maxListeners = 10_000;

/**
 * Tells pages what happens in their tenant as it happens: core NATS, one subscription per tenant with listeners, nothing is kept. When NATS
 * was away, pages are told once that they may have missed something: their own connection to us did not break, so nothing else would.
 */
export class LiveFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly subscriptions = new Map<string, Promise<Subscription | undefined>>();

  constructor(private readonly bus: Bus) {
    bus.onChange((connected) => {
      if (connected) void this.sayMissed();
    });
  }

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
        this.tell(tenant, { type, requestId });
      },
    });
  }

  /** Only once the server has the subscriptions again: what happens from here on is heard. */
  private async sayMissed(): Promise<void> {
    await Promise.all(this.subscriptions.values());
    try {
      await (await this.bus.connection()).flush();
    } catch {
      return; // It is away again, and will be said when it is back.
    }
    for (const tenant of this.listeners.keys()) this.tell(tenant, 'missed');
  }

  private tell(tenant: string, news: LiveNews): void {
    for (const listener of this.listeners.get(tenant) ?? []) listener(news);
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
