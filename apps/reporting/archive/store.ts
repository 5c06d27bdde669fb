import { setTimeout as pause } from 'node:timers/promises';
import type { Regulation } from '@reglament/domain/regulation';
import { type ClickHouse, migrateClickHouse } from '@reglament/platform/clickhouse';
import type { RegulationBook } from '@reglament/platform/regulations';
import type { Logger } from '@reglament/platform/telemetry';
import { clickHouseMigrations } from '../store/clickhouse/index.ts';

const RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;

/** The archive's schema, and the tenants it knows by name and time zone (for dashboards, which know no regulation). */
export class ArchiveStore {
  readonly #house: ClickHouse;
  readonly #book: RegulationBook;
  readonly #logger: Logger;
  readonly #stopping = new AbortController();
  #isReady = false;

  constructor(house: ClickHouse, book: RegulationBook, logger: Logger) {
    this.#house = house;
    this.#book = book;
    this.#logger = logger;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Tries until ClickHouse has the newest schema. @returns false when it was stopped first */
  async prepare(): Promise<boolean> {
    for (let wait = RETRY_MS; !this.#stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        const applied = await migrateClickHouse(this.#house, clickHouseMigrations);
        if (applied.length > 0) this.#logger.info({ applied }, 'the archive’s schema is up to date');
        await nameTenants(this.#house, this.#book.all());
        this.#isReady = true;
        return true;
      } catch (error) {
        this.#logger.warn({ err: error }, 'ClickHouse is away, or its schema is not ours; trying again');
      }
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
    return false;
  }

  stop(): void {
    this.#stopping.abort();
  }
}

/** Says what the tenants are called and in which zone they live: dashboards know no regulation. Twice is once. */
export async function nameTenants(house: ClickHouse, regulations: readonly Regulation[]): Promise<void> {
  await house.client.insert({
    table: `${house.database}.tenants`,
    format: 'JSONEachRow',
    values: regulations.map((regulation) => ({
      tenant: regulation.tenant,
      name: regulation.name[regulation.languages[0]] ?? regulation.tenant,
      time_zone: regulation.calendar.timeZone,
    })),
  });
}
