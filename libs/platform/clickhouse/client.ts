import {
  type ClickHouseClient,
  ClickHouseError,
  ClickHouseLogLevel,
  type ClickHouseSettings as ClientSettings,
  createClient,
} from '@clickhouse/client';

/** A connection pool to one ClickHouse and one database in it. */
export interface ClickHouse {
  readonly client: ClickHouseClient;
  readonly database: string;
}

export interface ClickHouseSettings {
  /** `http://user:password@host:port`. */
  readonly url: string;
  readonly database: string;
  /** Named in ClickHouse's own query log: the service and its instance. */
  readonly application: string;
  /** At most so many requests at a time; more wait. */
  readonly maxConnections?: number;
  /** Milliseconds without an answer after which a request counts as failed. */
  readonly timeoutMs?: number;
}

/** The same for every query: an insert is answered only when its rows are on disk, moments are plain text in UTC. */
const SETTINGS: ClientSettings = {
  async_insert: 0,
  date_time_input_format: 'best_effort',
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
};

/**
 * Opens ClickHouse. Nothing is asked of it yet: a client of an absent server is a client whose queries fail with the
 * network's error until the server is there.
 */
export function openClickHouse(settings: ClickHouseSettings): ClickHouse {
  const client = createClient({
    url: settings.url,
    application: settings.application,
    max_open_connections: settings.maxConnections ?? 16,
    request_timeout: settings.timeoutMs ?? 60_000,
    // Compressing costs more processor time per event than archiving it; next to ClickHouse there is no network to spare.
    compression: { request: false, response: false },
    clickhouse_settings: SETTINGS,
    // Errors are thrown; whoever catches them logs them.
    log: { level: ClickHouseLogLevel.OFF },
  });
  return { client, database: settings.database };
}

/** Codes that say "not now": timeouts, too many queries, memory, a server that stops, a table not made yet. */
const PASSING = new Set([
  '60',
  '81',
  '159',
  '160',
  '202',
  '209',
  '210',
  '236',
  '241',
  '242',
  '252',
  '279',
  '439',
  '516',
  '999',
  '1002',
]);

/** ClickHouse answered "not now", or not in time: worth trying again, told as 503. */
export class ClickHouseUnavailable extends Error {
  readonly isOutage = true;
}

/** True for errors that the same query may not meet again later; the network's own errors are known as such anyway. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ClickHouseError
    ? PASSING.has(error.code)
    : error instanceof Error && /^Timeout error/.test(error.message);

/** True when ClickHouse has read what it was given and will refuse the very same again: a bad row, a wrong query. */
export function isRefusedByClickHouse(error: unknown): error is ClickHouseError {
  return error instanceof ClickHouseError && !PASSING.has(error.code);
}
