/** When everything that was accepted has had all its effects: published, consumed by everybody, archived. */
import { setTimeout as pause } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { type Source, streamOf } from '@reglament/contracts';
import { Bus } from '@reglament/platform/jetstream';
import pg from 'pg';

const publishers: readonly Source[] = ['gateway', 'intake', 'routing', 'sla'];

export class Queues {
  readonly #pool: pg.Pool;
  readonly #bus: Bus;

  constructor(engines: Readonly<Record<string, string>>) {
    this.#pool = new pg.Pool({ connectionString: engines.postgres ?? '', max: 1 });
    // PostgreSQL may be started anew in between.
    this.#pool.on('error', () => undefined);
    this.#bus = new Bus({ url: engines.nats ?? '', name: 'bench' });
  }

  /** Waits until nothing waits anywhere, twice in a row. @returns milliseconds. @throws Error after two minutes */
  async untilEmpty(): Promise<number> {
    const from = performance.now();
    for (let empty = 0; empty < 2; ) {
      await pause(150);
      const waiting = await this.waiting();
      empty = waiting === 0 ? empty + 1 : 0;
      if (performance.now() - from > 120_000) throw new Error(`${waiting} events still wait after two minutes`);
    }
    return performance.now() - from;
  }

  /** Letters and events that are not where they belong. */
  async waiting(): Promise<number> {
    let sum = await this.#count('intake', `intake.letters WHERE status = 'pending'`);
    for (const source of publishers) sum += await this.#count(source, `${source}.outbox WHERE published_at IS NULL`);
    const manager = await jetstreamManager(await this.#bus.connection());
    for (const source of publishers) {
      for await (const { num_pending, num_ack_pending } of manager.consumers.list(streamOf(source)))
        sum += num_pending + num_ack_pending;
    }
    return sum;
  }

  /** Under the role that sees all tenants' rows. */
  async #count(source: Source, what: string): Promise<number> {
    const client = await this.#pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL ROLE reglament_${source}_system`);
      const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`);
      await client.query('ROLLBACK');
      return rows[0]?.count ?? 0;
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
    await this.#bus.close();
  }
}
