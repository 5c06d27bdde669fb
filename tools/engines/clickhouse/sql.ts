/**
 * As much reading of SQL as an HTTP interface needs: where a statement ends, which format it asks for, and where
 * the data of an INSERT begins. Everything else is the engine's work.
 */

interface Token {
  readonly text: string;
  readonly at: number;
}

const QUOTES = new Set(["'", '"', '`']);
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;

/** The end of a quoted run that begins at `from`: backslashes escape in every kind, a doubled quote stays inside. */
function endOfQuoted(sql: string, from: number): number {
  const quote = sql[from];
  for (let at = from + 1; at < sql.length; at++) {
    if (sql[at] === '\\') at++;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return sql.length;
}

/** The end of a comment at `from`, or `from` when there is none. */
function endOfComment(sql: string, from: number): number {
  if (sql.startsWith('--', from) || sql.startsWith('#!', from) || sql.startsWith('# ', from)) {
    const end = sql.indexOf('\n', from);
    return end < 0 ? sql.length : end + 1;
  }
  if (sql.startsWith('/*', from)) {
    const end = sql.indexOf('*/', from + 2);
    return end < 0 ? sql.length : end + 2;
  }
  return from;
}

/** Words and single signs outside quotes and comments, lazily: an INSERT's data is never scanned. */
function* tokens(sql: string): Generator<Token> {
  for (let at = 0; at < sql.length; ) {
    const sign = sql[at] ?? '';
    const afterComment = endOfComment(sql, at);
    if (afterComment > at) {
      at = afterComment;
      continue;
    }
    if (QUOTES.has(sign)) {
      const end = endOfQuoted(sql, at);
      yield { text: sql.slice(at, end), at };
      at = end;
      continue;
    }
    WORD.lastIndex = at;
    const word = WORD.exec(sql)?.[0];
    if (word !== undefined) {
      yield { text: word, at };
      at += word.length;
      continue;
    }
    if (!/\s/.test(sign)) yield { text: sign, at };
    at++;
  }
}

/** An INSERT whose rows come with the request: `head` up to the data's format, `data` what stands behind it. */
export interface InsertWithData {
  readonly kind: 'insert';
  /** `INSERT INTO table (columns)`. */
  readonly target: string;
  /** `SETTINGS a = 1`, or empty. */
  readonly settings: string;
  readonly format: string;
  /** The rows that stand in the statement itself. */
  readonly data: string;
}

export interface PlainStatement {
  readonly kind: 'statement';
  readonly sql: string;
  /** The format asked for by the statement itself. */
  readonly format: string | undefined;
  /** True for what only reads: SELECT, SHOW, DESCRIBE, EXPLAIN, EXISTS, WITH. */
  readonly reads: boolean;
  readonly isEmpty: boolean;
}

/** More than one statement in a request, which ClickHouse refuses as well. */
export interface SeveralStatements {
  readonly kind: 'several';
  /** Position of the second, counted from 1. */
  readonly position: number;
}

const READING = new Set(['SELECT', 'SHOW', 'DESCRIBE', 'DESC', 'EXPLAIN', 'EXISTS', 'WITH']);

function readInsert(sql: string): InsertWithData | undefined {
  let depth = 0;
  let settingsAt = -1;
  let words = 0;
  let formatAt = -1;
  for (const { text, at } of tokens(sql)) {
    const word = text.toUpperCase();
    words++;
    if (words === 1 && word !== 'INSERT') return undefined;
    if (text === '(') depth++;
    if (text === ')') depth--;
    if (depth > 0) continue;
    const target = () => sql.slice(0, settingsAt < 0 ? formatAt : settingsAt);
    const settings = () => (settingsAt < 0 ? '' : sql.slice(settingsAt, formatAt));
    if (formatAt >= 0) {
      return {
        kind: 'insert',
        target: target(),
        settings: settings(),
        format: text,
        data: sql.slice(at + text.length),
      };
    }
    // `INSERT INTO format` would name a table: the verb and INTO and a name come first.
    if (words < 3) continue;
    if (word === 'SELECT' || word === 'WITH' || word === 'FROM') return undefined;
    if (word === 'SETTINGS') settingsAt = at;
    if (word === 'FORMAT') formatAt = at;
    if (word === 'VALUES') {
      formatAt = at;
      return {
        kind: 'insert',
        target: target(),
        settings: settings(),
        format: 'Values',
        data: sql.slice(at + text.length),
      };
    }
  }
  return undefined;
}

/** Reads one request's SQL. */
export function readSql(sql: string): InsertWithData | PlainStatement | SeveralStatements {
  const insert = readInsert(sql);
  if (insert !== undefined) return insert;
  let first = '';
  let previous = '';
  let format: string | undefined;
  let end = -1;
  for (const { text, at } of tokens(sql)) {
    if (end >= 0 && text !== ';') return { kind: 'several', position: at + 1 };
    if (text === ';') {
      if (end < 0) end = at;
      continue;
    }
    first ||= text === '(' ? '' : text.toUpperCase();
    if (previous === 'FORMAT' && /^\w+$/.test(text)) format = text;
    previous = text.toUpperCase();
  }
  return {
    kind: 'statement',
    sql: end < 0 ? sql : sql.slice(0, end),
    format,
    reads: READING.has(first),
    isEmpty: first === '' && previous === '',
  };
}

/** A value as a SQL string. */
export const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
