/**
 * Accounts that only read. The engine runs a reader's statement as the reader's own user of ClickHouse, with that
 * user's grants and row policies; what those cannot forbid here (functions that read files, engine tables) is refused
 * beforehand by `check.ts`.
 */
import { ClickHouseError } from '../errors.ts';
import { quoted } from '../sql.ts';

/** An account as the host is told of it. */
export interface Reader {
  readonly user: string;
  readonly secret: string;
  /** Its database: the only one whose tables it may name. */
  readonly database: string;
}

/** What `ENGINE_READERS` holds, as JSON: the accounts, and ClickHouse's users file with their rights. */
export interface Readers {
  readonly accounts: readonly Reader[];
  readonly usersXml: string;
}

const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const LIMITS: Readonly<Record<string, number>> = {
  max_execution_time: 30,
  max_memory_usage: 2 ** 30,
  max_result_rows: 1_000_000,
  max_result_bytes: 64 * 2 ** 20,
};
/** Settings that change how an answer looks, not what it is. */
const LOOKS = /^(output_format_\w+|date_time_output_format)$/;
/** What clients send by habit and what has no effect on reading. */
const WITHOUT_EFFECT = new Set(['async_insert', 'date_time_input_format', 'readonly', 'log_queries', 'log_comment']);

/** The settings of a reader's query: its own limits, lower ones when asked for, and how the answer looks. @throws ClickHouseError 164 for any other */
export function readerSettings(asked: ReadonlyMap<string, string>): string {
  const settings = new Map<string, string>(Object.entries(LIMITS).map(([name, value]) => [name, String(value)]));
  // Two readers may ask the same with different rights: what one's condition left out must not be left out for another.
  settings.set('use_query_condition_cache', '0');
  for (const [name, value] of asked) {
    const limit = LIMITS[name];
    if (limit !== undefined) {
      const number = Number(value);
      settings.set(name, String(number > 0 && number < limit ? number : limit));
    } else if (LOOKS.test(name)) settings.set(name, value);
    else if (!WITHOUT_EFFECT.has(name)) {
      throw new ClickHouseError(164, 'READONLY', `Cannot modify ${quoted(name)} setting in readonly mode.`);
    }
  }
  return [...settings].map(([name, value]) => `${name} = ${quoted(value)}`).join(', ');
}

/** @throws Error for names that could be anything but names */
export function readReaders(json: string | undefined): Readers | undefined {
  if (json === undefined || json === '') return undefined;
  const { accounts, usersXml } = JSON.parse(json) as Readers;
  for (const { user, database, secret } of accounts) {
    if (!NAME.test(user) || !NAME.test(database) || secret.length < 8)
      throw new Error(`Not a reader's account: ${user}`);
  }
  return { accounts, usersXml };
}

/** The statement without the format a client adds behind it, and without its last semicolon. */
export function withoutFormat(sql: string): { readonly sql: string; readonly format: string | undefined } {
  const bare = sql.replace(/[\s;]+$/, '');
  const format = /\sFORMAT\s+(\w+)$/i.exec(bare);
  if (format === null) return { sql: bare, format: undefined };
  return { sql: bare.slice(0, format.index).replace(/[\s;]+$/, ''), format: format[1] };
}

/** The name under which a reader's statement is run; it lives as long as its session. */
const VIEW = 'reglament_reading';

/** A temporary view runs with its definer's grants and row policies, whoever selects from it. */
export const asUser = (user: string, sql: string): string =>
  `CREATE TEMPORARY VIEW ${VIEW} DEFINER = ${user} SQL SECURITY DEFINER AS ${sql}`;
export const READ_VIEW = `SELECT * FROM ${VIEW}`;
