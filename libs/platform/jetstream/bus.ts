import { setTimeout as pause } from 'node:timers/promises';
import { type ConnectionOptions, connect, type NatsConnection } from '@nats-io/transport-node';
import type { Logger } from '../telemetry/index.ts';

export interface BusOptions {
  /** One URL or several with commas; a token or user and password may stand in the first. */
  readonly url: string;
  /** Shown in the server's list of connections: `intake-1`. */
  readonly name: string;
  readonly logger?: Logger;
}

const connectWithin = 3_000;
const longestWait = 2_000;

/** The process's connection to NATS. It is made in the background and again for ever: a service starts and serves without NATS. */
export class Bus {
  private readonly stopping = new AbortController();
  private readonly opened: Promise<NatsConnection>;
  private readonly listeners = new Set<(connected: boolean) => void>();
  private connected = false;

  constructor(private readonly options: BusOptions) {
    this.opened = this.open();
    this.opened.catch(() => undefined);
  }

  /** Waits for the first connection; later interruptions are repaired underneath. @throws Error once the bus is closed or the signal aborts */
  async connection(signal?: AbortSignal): Promise<NatsConnection> {
    if (signal === undefined) return this.opened;
    let give: () => void = () => undefined;
    const aborted = new Promise<never>((_, reject) => {
      give = () => reject(new Error('Nobody waits for NATS any more'));
      signal.addEventListener('abort', give);
      if (signal.aborted) give();
    });
    return Promise.race([this.opened, aborted]).finally(() => signal.removeEventListener('abort', give));
  }

  get isConnected(): boolean {
    return this.connected;
  }

  /** Told of every change between connected and not. */
  onChange(listener: (connected: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** For readiness. @throws Error when NATS does not answer now */
  async ping(): Promise<void> {
    if (!this.connected) throw new Error('NATS is away');
    await (await this.opened).rtt();
  }

  /** Sends what is buffered if the server is there, then closes. */
  async close(): Promise<void> {
    this.stopping.abort();
    const connection = await this.opened.catch(() => undefined);
    if (connection === undefined) return;
    if (this.connected)
      await Promise.race([connection.flush().catch(() => undefined), pause(1_000, undefined, { ref: false })]);
    await connection.close();
  }

  private async open(): Promise<NatsConnection> {
    const options = connectionOptions(this.options);
    for (let wait = 100; !this.stopping.signal.aborted; wait = Math.min(wait * 2, longestWait)) {
      try {
        const connection = await connect(options);
        this.change(true);
        void this.watch(connection);
        return connection;
      } catch (error) {
        if (wait === longestWait) this.options.logger?.warn({ err: error }, 'NATS is away, trying again');
        await pause(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
    throw new Error('The bus was closed before NATS answered');
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect' || status.type === 'staleConnection') this.change(false);
      if (status.type === 'reconnect') this.change(true);
    }
    this.change(false);
  }

  private change(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    if (!this.stopping.signal.aborted)
      this.options.logger?.info({ connected }, connected ? 'NATS is there' : 'NATS is away');
    for (const listener of this.listeners) listener(connected);
  }
}

/** The client does not read credentials from a URL, so they are taken out of it here. */
function connectionOptions({ url, name }: BusOptions): ConnectionOptions {
  const urls = url.split(',').map((part) => new URL(part.trim()));
  const { username = '', password = '' } = urls[0] ?? {};
  const credentials =
    password === ''
      ? { ...(username === '' ? {} : { token: decodeURIComponent(username) }) }
      : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    servers: urls.map((one) => `${one.protocol === 'tls:' ? 'tls://' : ''}${one.host}`),
    ...credentials,
    name,
    timeout: connectWithin,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 200,
    reconnectJitter: 100,
    pingInterval: 20_000,
    ignoreClusterUpdates: true,
  };
}
