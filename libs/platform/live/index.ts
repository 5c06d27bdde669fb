import type { Msg, Subscription } from '@nats-io/transport-node';
import type { AnyEvent, Source } from '@reglament/contracts';
import type { Bus } from '../jetstream/bus.ts';
import type { JetStreamTransport } from '../jetstream/transport.ts';

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
 * Tells pages what happens in their tenant as it happens: core NATS, nothing is kept. What this service itself acts upon is told once it has
 * (whichever of its instances did), for a page that looked sooner would read what was; everything else, as it is said. When NATS was away,
 * pages are told once that they may have missed something: their own connection to us did not break, so nothing else would.
 */
export class LiveFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly subscriptions = new Map<string, Promise<readonly Subscription[]>>();

  constructor(
    private readonly bus: Bus,
    private readonly service: Source,
    private readonly transport: Pick<JetStreamTransport, 'handles' | 'onTaken'>,
  ) {
    bus.onChange((connected) => {
      if (connected) void this.sayMissed();
    });
    transport.onTaken((events) => void this.sayTaken(events));
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

  private async subscribe(tenant: string): Promise<readonly Subscription[]> {
    const connection = await this.bus.connection().catch(() => undefined);
    if (connection === undefined) return [];
    const listen = (subject: string, hear: (message: Msg) => void) =>
      connection.subscribe(subject, { callback: (error, message) => (error === null ? hear(message) : undefined) });
    return [
      listen(`evt.*.${tenant}.>`, ({ headers }) => {
        const type = headers?.get('ce-type');
        const requestId = headers?.get('ce-subject');
        if (type && requestId && !this.transport.handles(type)) this.tell(tenant, { type, requestId });
      }),
      listen(this.takenOf(tenant), (message) => {
        for (const event of message.json<LiveEvent[]>()) this.tell(tenant, event);
      }),
    ];
  }

  private async sayTaken(events: readonly AnyEvent[]): Promise<void> {
    const tenant = events[0]?.tenant;
    const connection = await this.bus.connection().catch(() => undefined);
    if (tenant === undefined || connection === undefined || connection.isClosed()) return;
    const news = events.map(({ type, subjectId }): LiveEvent => ({ type, requestId: subjectId }));
    connection.publish(this.takenOf(tenant), JSON.stringify(news));
  }

  /** Beside the streams' subjects: what is said here is for whoever listens now. */
  private takenOf(tenant: string): string {
    return `taken.${this.service}.${tenant}`;
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
    const subscriptions = this.subscriptions.get(tenant);
    this.subscriptions.delete(tenant);
    void subscriptions?.then((ended) => {
      for (const one of ended) one.unsubscribe();
    });
  }
}
