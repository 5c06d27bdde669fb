/** chDB as ClickHouse's engine: one session per query, a bounded number of queries at a time, rows in from a file. */
import { type ChdbResult, drainPending, Session } from 'chdb';
import { ClickHouseError } from './errors.ts';
import { checkReading } from './reading/check.ts';
import { asUser, READ_VIEW, type Reader, readerSettings, withoutFormat } from './reading/reader.ts';
import { type InsertWithData, type PlainStatement, quoted } from './sql.ts';
import { type TurnLimits, Turns } from './turns.ts';

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

/** One reader's queries at a time: a board asks for a dozen panels at once, and others want to read as well. */
const READER_LIMITS: TurnLimits = { running: 3, waiting: 100 };

export interface EngineOptions {
  readonly limits: TurnLimits;
  /** ClickHouse's own configuration file, for the users that readers run as. */
  readonly config?: string;
}

export class Engine {
  readonly #data: string;
  readonly #turns: Turns;
  readonly #readers = new Map<string, Turns>();
  /** Keeps the database open between queries: without any session chDB closes it. */
  readonly #keeper: Session;
  #closing = false;

  constructor(data: string, { limits, config }: EngineOptions) {
    this.#data = data;
    this.#turns = new Turns(limits);
    this.#keeper = new Session(data, config === undefined ? {} : { connectionArgs: [`--config-file=${config}`] });
  }

  get running(): number {
    return this.#turns.running;
  }

  /** Runs a statement that carries no rows. */
  async run(statement: PlainStatement, context: QueryContext): Promise<EngineResult> {
    return this.#inSession(preparation(context), (session) =>
      session.queryAsync(statement.sql, { format: statement.format ?? context.defaultFormat }),
    );
  }

  /**
   * Runs a reader's statement with the reader's rights.
   * @returns the answer and the format it is in
   * @throws ClickHouseError 497 for what a reader may not ask
   */
  async read(text: string, context: QueryContext, reader: Reader): Promise<EngineResult & { format: string }> {
    if (context.parameters.size > 0) {
      throw new ClickHouseError(48, 'NOT_IMPLEMENTED', "A reader's queries take no parameters.");
    }
    const { sql, format = context.defaultFormat } = withoutFormat(text);
    // Not even between quotes: what this house takes for one text ClickHouse may read as two statements.
    if (sql.includes(';'))
      throw new ClickHouseError(497, 'ACCESS_DENIED', "A reader's statement may hold no semicolon.");
    const settings = [`SET ${readerSettings(context.settings)}`, `USE ${reader.database}`];
    const turns = this.#readers.get(reader.user) ?? new Turns(READER_LIMITS);
    this.#readers.set(reader.user, turns);
    const work = async (session: Session): Promise<ChdbResult> => {
      const explained = await session.queryAsync(`EXPLAIN AST ${sql}`, { format: 'TSVRaw' });
      checkReading(Buffer.from(explained.bytes()).toString('utf8'), reader.database);
      await session.queryAsync(asUser(reader.user, sql), { format: 'Null' });
      await session.queryAsync('SET readonly = 1', { format: 'Null' });
      return session.queryAsync(READ_VIEW, { format });
    };
    const result = await turns.take(() => this.#inSession(settings, work));
    return { ...result, format };
  }

  /** Inserts the rows of a file; one INSERT is one part on disk, all of it or nothing, up to a million rows. */
  async insert(insert: InsertWithData, file: string, context: QueryContext): Promise<EngineResult> {
    const sql = `${insert.target} FROM INFILE ${quoted(file)} ${insert.settings} FORMAT ${insert.format}`;
    return this.#inSession(preparation(context), (session) => session.queryAsync(sql, { format: 'Null' }));
  }

  /** Waits for the queries that run and closes the database. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.running > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    this.#keeper.close();
    await drainPending();
  }

  async #inSession(
    preparing: readonly string[],
    work: (session: Session) => Promise<ChdbResult>,
  ): Promise<EngineResult> {
    if (this.#closing) throw new ClickHouseError(236, 'ABORTED', 'The engine is stopping.');
    return this.#turns.take(async () => {
      // A session per query costs a quarter of a millisecond and keeps one query's settings, parameters and leftovers
      // of a failed answer away from the next; chDB's own parameters would queue all queries behind each other.
      const session = new Session(this.#data);
      try {
        for (const statement of preparing) await session.queryAsync(statement, { format: 'Null' });
        const result = await work(session);
        return {
          bytes: result.bytes(),
          rowsRead: result.rowsRead,
          bytesRead: result.bytesRead,
          seconds: result.elapsed,
        };
      } finally {
        session.close();
      }
    });
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
