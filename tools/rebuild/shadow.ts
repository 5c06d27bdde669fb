/** The second archive, which a rebuild fills beside the first: its schema, how far it has come, and how it takes the first one's place. */
import { type ClickHouse, migrateClickHouse } from '@reglament/platform/clickhouse';
import { COPIES, clickHouseMigrations, eraseWords } from '@reglament/reporting/archive';
import { z } from 'zod';

const Marks = z.record(z.string(), z.object({ sequence: z.number(), eventId: z.string().nullable() }));

/** How far a rebuild has come; written down after each step, so that it can go on after whatever ended it. */
export const State = z.object({
  /** `filling` from the beginning, `following` what is said meanwhile, `swapping`: tables of the archive are being replaced. */
  phase: z.enum(['filling', 'following', 'swapping']),
  /** By service: the last place read in its outbox. */
  places: z.record(z.string(), z.number()),
  /** By service: everything committed before this was published is in the shadow. */
  marks: Marks,
});
export type State = z.output<typeof State>;

const STEPS = 'rebuild_steps';
const OWN = [STEPS, 'schema_migrations'];
/** Requests whose words are taken out by one statement. */
const ERASED_AT_ONCE = 1_000;

export class Shadow {
  readonly house: ClickHouse;
  readonly #live: ClickHouse;

  /** @param live the archive that people read */
  constructor(live: ClickHouse) {
    this.#live = live;
    this.house = { client: live.client, database: `${live.database}_rebuild` };
  }

  /** Makes both archives' tables where they are missing. @returns how far an earlier rebuild had come */
  async open(): Promise<State | undefined> {
    await migrateClickHouse(this.#live, clickHouseMigrations);
    await migrateClickHouse(this.house, clickHouseMigrations);
    const { database } = this.house;
    await this.command(
      `CREATE TABLE IF NOT EXISTS ${database}.${STEPS} (number UInt64, state String) ENGINE = MergeTree ORDER BY number`,
    );
    const [row] = await this.ask<{ state: string }>(
      `SELECT state FROM ${database}.${STEPS} ORDER BY number DESC LIMIT 1`,
    );
    return row === undefined ? undefined : State.parse(JSON.parse(row.state));
  }

  async save(state: State): Promise<void> {
    const steps = `${this.house.database}.${STEPS}`;
    const [row] = await this.ask<{ number: number }>(`SELECT count() AS number FROM ${steps}`);
    const values = [{ number: row?.number ?? 0, state: JSON.stringify(state) }];
    await this.house.client.insert({ table: steps, format: 'JSONEachRow', values });
  }

  async drop(): Promise<void> {
    await this.command(`DROP DATABASE IF EXISTS ${this.house.database} SYNC`);
  }

  async tenants(): Promise<string[]> {
    const rows = await this.ask<{ tenant: string }>(`SELECT DISTINCT tenant FROM ${this.house.database}.events`);
    return rows.map(({ tenant }) => tenant).sort();
  }

  /** Takes the words of everybody who was erased out of the shadow: an outbox may still have had them when it was read. */
  async erase(): Promise<void> {
    const erased = await this.ask<{ tenant: string; requestId: string }>(
      `SELECT DISTINCT tenant, subject_id AS requestId FROM ${this.house.database}.events WHERE type = 'request.erased.v1' AND fault = '' ORDER BY ALL`,
    );
    for (let from = 0; from < erased.length; from += ERASED_AT_ONCE)
      await eraseWords(this.house, erased.slice(from, from + ERASED_AT_ONCE));
  }

  /** What no event makes is the same in both. */
  async copyCopies(): Promise<void> {
    for (const table of COPIES) {
      await this.command(`TRUNCATE TABLE ${this.house.database}.${table}`);
      await this.command(`INSERT INTO ${this.house.database}.${table} SELECT * FROM ${this.#live.database}.${table}`);
    }
  }

  /**
   * Puts the shadow's rows in the place of the archive's: table by table and month by month, each at once. The tables themselves stay, and with them views,
   * rights and policies; whoever reads finds rows at any moment. Doing it again does the same.
   */
  async swap(tell: (table: string) => void): Promise<void> {
    for (const table of await this.tables()) {
      tell(table);
      const [mine, theirs] = await Promise.all([partsOf(this.house, table), partsOf(this.#live, table)]);
      const [from, to] = [`${this.house.database}.${table}`, `${this.#live.database}.${table}`];
      for (const id of mine) await this.command(`ALTER TABLE ${to} REPLACE PARTITION ID '${id}' FROM ${from}`);
      for (const id of theirs)
        if (!mine.includes(id)) await this.command(`ALTER TABLE ${to} DROP PARTITION ID '${id}'`);
    }
  }

  /** Every table that events make. */
  private async tables(): Promise<string[]> {
    const rows = await this.ask<{ name: string }>(
      `SELECT name FROM system.tables WHERE database = '${this.house.database}' AND engine LIKE '%MergeTree' ORDER BY name`,
    );
    const others: readonly string[] = [...OWN, ...COPIES];
    return rows.map(({ name }) => name).filter((name) => !others.includes(name));
  }

  private async ask<R>(query: string): Promise<R[]> {
    return (await this.house.client.query({ query, format: 'JSONEachRow' })).json<R>();
  }

  private async command(query: string): Promise<void> {
    await this.house.client.command({ query });
  }
}

/** The names of a table's partitions that hold anything. */
async function partsOf({ client, database }: ClickHouse, table: string): Promise<string[]> {
  const query = `SELECT DISTINCT partition_id AS id FROM system.parts WHERE active AND database = '${database}' AND table = '${table}' ORDER BY id`;
  return (await (await client.query({ query, format: 'JSONEachRow' })).json<{ id: string }>()).map(({ id }) => id);
}
