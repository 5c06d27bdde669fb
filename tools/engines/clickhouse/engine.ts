/** chDB as ClickHouse's engine: one session per query, a bounded number of queries at a time, rows in from a file. */
import { type ChdbResult, drainPending, Session } from 'chdb';
import { ClickHouseError } from './errors.ts';
import { type InsertWithData, type PlainStatement, quoted } from './sql.ts';

export interface QueryContext {
  readonly database: string | undefined;
  /** Settings of this query only. */
  readonly settings: ReadonlyMap<string, string>;
  /** Values of `{name:Type}` placeholders. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly defaultFormat: string;
  /** Only reading statements are allowed, as ClickHouse does for GET. */
  readonly readOnly: boolean;
}

export interface EngineLimits {
  /** Queries that run at the same time; each holds a thread of the pool. */
  readonly running: number;
  /** Queries that may wait for their turn; one more is refused with code 202. */
  readonly waiting: number;
}

export interface EngineResult {
  readonly bytes: Uint8Array;
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly seconds: number;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_.]*$/;
/** A query that nobody bounds is bounded here; a caller may ask for other values. */
const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  max_execution_time: '600',
  max_memory_usage: String(4 * 2 ** 30),
  max_result_bytes: String(512 * 2 ** 20),
};

export class Engine {
  readonly #data: string;
  readonly #limits: EngineLimits;
  /** Keeps the database open between queries: without any session chDB closes it. */
  readonly #keeper: Session;
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #closing = false;

  constructor(data: string, limits: EngineLimits) {
    this.#data = data;
    this.#limits = limits;
    this.#keeper = new Session(data);
  }

  get running(): number {
    return this.#running;
  }

  /** Runs a statement that carries no rows. */
  async run(statement: PlainStatement, context: QueryContext): Promise<EngineResult> {
    return this.#inSession(context, (session) =>
      session.queryAsync(statement.sql, { format: statement.format ?? context.defaultFormat }),
    );
  }

  /** Inserts the rows of a file; one INSERT is one part on disk, all of it or nothing, up to a million rows. */
  async insert(insert: InsertWithData, file: string, context: QueryContext): Promise<EngineResult> {
    const sql = `${insert.target} FROM INFILE ${quoted(file)} ${insert.settings} FORMAT ${insert.format}`;
    return this.#inSession(context, (session) => session.queryAsync(sql, { format: 'Null' }));
  }

  /** Waits for the queries that run and closes the database. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.#running > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    this.#keeper.close();
    await drainPending();
  }

  async #inSession(context: QueryContext, work: (session: Session) => Promise<ChdbResult>): Promise<EngineResult> {
    await this.#turn();
    // A session per query costs a quarter of a millisecond and keeps one query's settings, parameters and leftovers
    // of a failed answer away from the next; chDB's own parameters would queue all queries behind each other.
    const session = new Session(this.#data);
    try {
      for (const statement of preparation(context)) await session.queryAsync(statement, { format: 'Null' });
      const result = await work(session);
      return {
        bytes: result.bytes(),
        rowsRead: result.rowsRead,
        bytesRead: result.bytesRead,
        seconds: result.elapsed,
      };
    } finally {
      session.close();
      // The place goes straight to the next in line, so that nobody slips in between.
      const next = this.#queue.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  async #turn(): Promise<void> {
    if (this.#closing) throw new ClickHouseError(236, 'ABORTED', 'The engine is stopping.');
    if (this.#running >= this.#limits.running) {
      if (this.#queue.length >= this.#limits.waiting) {
        throw new ClickHouseError(
          202,
          'TOO_MANY_SIMULTANEOUS_QUERIES',
          `Too many simultaneous queries. Maximum: ${this.#limits.running}, waiting: ${this.#limits.waiting}.`,
        );
      }
      await new Promise<void>((resolve) => this.#queue.push(resolve));
      return;
    }
    this.#running++;
  }
}

/** The statements that give a fresh session the query's database, settings and parameters. */
function preparation(context: QueryContext): string[] {
  const assignments: string[] = [];
  const settings = new Map([...Object.entries(DEFAULT_SETTINGS), ...context.settings]);
  for (const [name, value] of settings) {
    if (!IDENTIFIER.test(name)) throw new ClickHouseError(115, 'UNKNOWN_SETTING', `Unknown setting ${quoted(name)}.`);
    assignments.push(`${name} = ${quoted(value)}`);
  }
  for (const [name, value] of context.parameters) {
    if (!IDENTIFIER.test(name))
      throw new ClickHouseError(36, 'BAD_ARGUMENTS', `Not a parameter's name: ${quoted(name)}.`);
    assignments.push(`param_${name} = ${quoted(value)}`);
  }
  const statements = [`SET ${assignments.join(', ')}`];
  if (context.database !== undefined) statements.push(`USE \`${context.database.replaceAll(/[`\\]/g, '\\$&')}\``);
  if (context.readOnly && !context.settings.has('readonly')) statements.push('SET readonly = 1');
  return statements;
}
