import type pg from 'pg';
import { sqlTypes } from './types.ts';

const maxPrepared = 400;
const statementNames = new Map<string, string>();

/** Constant texts become prepared statements, so PostgreSQL plans each once per connection; bounded in case a text is not constant. */
function nameOf(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known !== undefined) return known;
  if (statementNames.size >= maxPrepared) return undefined;
  const name = `s${statementNames.size + 1}`;
  statementNames.set(text, name);
  return name;
}

/** Runs one prepared statement on a connection, reading results as `Tx.sql` says. */
export async function query<R>(client: pg.ClientBase, text: string, params: readonly unknown[]): Promise<R[]> {
  const name = nameOf(text);
  const result = await client.query({
    text,
    values: params as unknown[],
    types: sqlTypes,
    ...(name === undefined ? {} : { name }),
  });
  return result.rows as R[];
}
