import type { Source } from '@reglament/contracts';
import { Tenant } from '@reglament/contracts';
import pg from 'pg';
import { isOutage } from '../outcome/outage.ts';
import type { Entities, Orm } from './entities.ts';
import { GatheringSocket } from './gathering-socket.ts';
import { LiveTx, type TxParts } from './live-tx.ts';
import { query } from './session.ts';
import type { Tx } from './tx.ts';

export interface DatabaseOptions {
  readonly service: Source;
  /** The role `reglament_<service>`: row-level security always applies to it. */
  readonly url: string;
  /** The role `reglament_<service>_system`: background work across tenants, granted table by table. */
  readonly systemUrl: string;
  /** Defined with `defineEntity`, schema-qualified, and handed over by `entitiesOf`. */
  readonly entities?: Entities;
  /** Connections of the app role; the system role gets at most 4. */
  readonly poolSize?: number;
  /** Told of connections that broke while idle; without a listener they would end the process. */
  readonly onError?: (error: Error) => void;
}

const maxAttempts = 3;
/** serialization_failure, deadlock_detected */
const retryable = new Set(['40001', '40P01']);

/** The service's own schema in PostgreSQL. Every read and write goes through one of two doors: one tenant, or the system role. */
export class Database {
  /** The app role's connections, for a hot path that writes its own statement; set `app.tenant` in the same transaction. */
  readonly pool: pg.Pool;
  readonly systemPool: pg.Pool;
  readonly service: Source;
  private readonly orm: Orm | undefined;
  private readonly nudged = new Set<() => void>();

  constructor(options: DatabaseOptions) {
    this.service = options.service;
    this.pool = openPool(options.url, options.poolSize ?? 10, options);
    this.systemPool = openPool(options.systemUrl, 4, options);
    this.orm = options.entities?.(options.url);
  }

  /**
   * One transaction that sees one tenant's rows. Serialization failures and deadlocks are tried again, at most 3 times in all,
   * each with a new Tx: so `work` must keep no state of an earlier try.
   * @throws Error for a name that cannot be a tenant's, and whatever `work` throws after the rollback
   */
  async tenant<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!Tenant.safeParse(tenant).success) throw new Error(`Not a tenant's name: ${JSON.stringify(tenant)}`);
    return this.attempt(this.pool, tenant, work);
  }

  /** One transaction under the system role: only the tables granted to it, of all tenants. */
  async system<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.attempt(this.systemPool, null, work);
  }

  /** One statement under the system role, committed by itself: a round trip where a transaction takes three. */
  async systemQuery<R>(text: string, params: readonly unknown[] = []): Promise<R[]> {
    const client = await this.systemPool.connect();
    let broken: Error | undefined;
    try {
      return await query<R>(client, text, params);
    } catch (error) {
      broken = isOutage(error) ? (error as Error) : undefined;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** For readiness. @throws Error when PostgreSQL does not answer now */
  async ping(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  /** Wakes the relay of this process: there may be new outbox rows. */
  nudge(): void {
    for (const listener of this.nudged) listener();
  }

  /** Calls the listener after every commit that appended events, and on `nudge()`. */
  onNudge(listener: () => void): () => void {
    this.nudged.add(listener);
    return () => this.nudged.delete(listener);
  }

  async close(): Promise<void> {
    await this.orm?.close();
    await Promise.all([this.pool.end(), this.systemPool.end()]);
  }

  private async attempt<T>(pool: pg.Pool, tenant: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(pool, tenant, work);
      } catch (error) {
        if (attempt >= maxAttempts || !retryable.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  private async once<T>(pool: pg.Pool, tenant: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      // Sent together with the first statement: a round trip less. Without its tenant a statement sees no row and writes none; the system role has
      // no such net, so it waits.
      const begun = client.query(begin(tenant));
      begun.catch(() => undefined);
      if (tenant === null) await begun;
      const parts: TxParts = {
        client,
        tenant,
        service: this.service,
        orm: this.orm,
      };
      const tx = new LiveTx(parts);
      const value = await work(tx);
      await tx.finish();
      // The events and the commit go together as well: where the events fail, this commit is a rollback.
      const written = tx.writeEvents();
      const ended = client.query('COMMIT');
      const [, appended, { command }] = await Promise.all([begun, written, ended]);
      if (command !== 'COMMIT')
        throw new Error('PostgreSQL rolled back what was to be committed: a statement had failed');
      tx.committed();
      if (appended > 0) this.nudge();
      return value;
    } catch (error) {
      broken = await rollback(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** Transaction and tenant in one round trip; the name was checked, so it needs no more quoting. */
const begin = (tenant: string | null): string =>
  tenant === null ? 'BEGIN' : `BEGIN; SET LOCAL app.tenant = '${tenant}'`;

/** @returns the reason to throw the connection away, if it is no longer usable */
async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

function openPool(connectionString: string, max: number, options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: `reglament-${options.service}`,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // What does not wait for an answer is sent at once; answers come in order all the same.
    pipeline: true,
    stream: () => new GatheringSocket(),
  });
  const onError = options.onError ?? (() => undefined);
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
