/** Reader accounts of the embedded ClickHouse: one per tenant, with a secret that is made once. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tenants } from './demo.ts';

export interface ReaderAccount {
  readonly tenant: string;
  readonly user: string;
  readonly secret: string;
  readonly database: string;
}

/** What `deploy/clickhouse/src/files.ts` gives. */
interface Readers {
  readonly accounts: readonly ReaderAccount[];
  /** For the engine's host. */
  readonly env: string;
  /** The readers' views, to be made whenever the archive's schema may have changed. */
  readonly statements: readonly string[];
}

/** Reads the readers from the place where those of a production are made as well. */
export async function readersOf(root: string, secretOf: (name: string) => string): Promise<Readers> {
  // The sources of deploy/ are no package of their own, so they are found by their place.
  const file = pathToFileURL(path.join(root, 'deploy', 'clickhouse', 'src', 'files.ts')).href;
  const { embeddedReaders } = (await import(file)) as {
    embeddedReaders(list: readonly string[], secret: (user: string) => string): Readers;
  };
  return embeddedReaders(tenants(root), (user) => secretOf(`clickhouse-${user}`));
}

/** @throws Error with ClickHouse's own words when a view cannot be made */
export async function makeViews(clickhouse: string, statements: readonly string[]): Promise<void> {
  const url = new URL(clickhouse);
  const authorization = `Basic ${btoa(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`)}`;
  for (const body of statements) {
    const response = await fetch(`${url.origin}/`, { method: 'POST', body, headers: { authorization } });
    const said = await response.text();
    if (!response.ok) throw new Error(`The readers' views could not be made: ${said.trim()}`);
  }
}

/** Where each tenant's reader asks, for a data source of Grafana. */
export function readerUrls(clickhouse: string, accounts: readonly ReaderAccount[]): Record<string, string> {
  const { host } = new URL(clickhouse);
  return Object.fromEntries(
    accounts.map(({ tenant, user, secret, database }) => [
      tenant,
      `http://${user}:${secret}@${host}/?database=${database}`,
    ]),
  );
}
