/**
 * Reader accounts: for each tenant a user of ClickHouse that sees this tenant and nothing else, whatever it asks.
 * Two users stand behind each tenant. The reader may select from the views of a database of its own. The views run as
 * their owner, who has no password, and whose row policies leave one tenant's rows of the archive's tables. So a reader
 * has no right to a table at all: what bypasses row policies (the index of a table read as a table) finds none.
 */

export interface ReaderHouse {
  /** The archive's database. */
  readonly database: string;
  /** Tables with a column \`tenant\`: the views' owner sees one tenant's rows of each. */
  readonly tables: readonly string[];
  /** Tables and views of the archive that a reader sees, by the same names. */
  readonly readable: readonly string[];
  readonly tenants: readonly string[];
}

export interface ReaderNames {
  readonly user: string;
  readonly owner: string;
  /** The reader's own database, full of views. */
  readonly database: string;
}

const TENANT = /^[a-z][a-z0-9-]{1,30}$/;
const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const PROFILE = 'reglament_reader';

/** What a tenant's reader is called. @throws Error for anything that is not a tenant's name */
export function readerNames(database: string, tenant: string): ReaderNames {
  if (!TENANT.test(tenant) || !NAME.test(database))
    throw new Error(`No reader can be named after ${tenant} of ${database}.`);
  const name = tenant.replaceAll('-', '_');
  return { user: `${database}_reader_${name}`, owner: `${database}_views_${name}`, database: `${database}_${name}` };
}

function distinctNames(house: ReaderHouse): (ReaderNames & { readonly tenant: string })[] {
  const all = house.tenants.map((tenant) => ({ tenant, ...readerNames(house.database, tenant) }));
  if (new Set(all.map(({ user }) => user)).size < all.length) throw new Error('Two tenants would share a reader.');
  return all;
}

/** The statements that make the readers' views, each safe to run again: after a change of the schema they must be. */
export function readerStatements(house: ReaderHouse): string[] {
  return distinctNames(house).flatMap(({ tenant, owner, database }) => [
    `CREATE DATABASE IF NOT EXISTS ${database}`,
    ...house.readable.map(
      (name) =>
        `CREATE OR REPLACE VIEW ${database}.${name} DEFINER = ${owner} SQL SECURITY DEFINER AS SELECT * FROM ${house.database}.${name} WHERE tenant = '${tenant}'`,
    ),
  ]);
}

/** The platform's own user and what it refers to, for an engine that has no other users file. */
const ALONE = {
  profile: '    <default/>\n',
  quota: '    <default/>\n',
  user: `    <default>
      <password></password>
      <networks><ip>::1</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
      <access_management>1</access_management>
    </default>
`,
} as const;
const NOTHING = { profile: '', quota: '', user: '' } as const;

const profiles = (more: typeof ALONE | typeof NOTHING): string => `  <profiles>
${more.profile}    <${PROFILE}>
      <readonly>2</readonly>
      <max_execution_time>30</max_execution_time>
      <max_memory_usage>1073741824</max_memory_usage>
      <max_result_rows>1000000</max_result_rows>
      <max_result_bytes>67108864</max_result_bytes>
      <max_concurrent_queries_for_user>20</max_concurrent_queries_for_user>
      <max_threads>4</max_threads>
      <!-- What one reader's condition left out must not be left out for another. -->
      <use_query_condition_cache>0</use_query_condition_cache>
      <use_query_cache>0</use_query_cache>
      <constraints>
        <max_execution_time><max>60</max></max_execution_time>
        <max_memory_usage><max>1073741824</max></max_memory_usage>
        <max_result_rows><max>1000000</max></max_result_rows>
        <max_result_bytes><max>67108864</max></max_result_bytes>
        <max_concurrent_queries_for_user><const/></max_concurrent_queries_for_user>
        <max_threads><max>4</max></max_threads>
        <use_query_condition_cache><const/></use_query_condition_cache>
        <use_query_cache><const/></use_query_cache>
      </constraints>
    </${PROFILE}>
  </profiles>
  <quotas>
${more.quota}    <${PROFILE}>
      <interval>
        <duration>3600</duration>
        <queries>20000</queries>
        <execution_time>3600</execution_time>
      </interval>
    </${PROFILE}>
  </quotas>`;

const grants = (list: readonly string[]): string =>
  `      <grants>\n${list.map((grant) => `        <query>GRANT ${grant}</query>`).join('\n')}\n      </grants>`;

/**
 * ClickHouse's users file: readers, the views' owners, their limits.
 * @param password the element that says a reader's password, or where it is from
 * @param isAlone whether the file stands alone (the embedded engine) and names the platform's own user too; else that is set elsewhere
 */
export function usersXml(house: ReaderHouse, password: (names: ReaderNames) => string, isAlone = false): string {
  const more = isAlone ? ALONE : NOTHING;
  const users = distinctNames(house).map(({ tenant, ...names }) => {
    const filters = house.tables.map((table) => `          <${table}><filter>tenant = '${tenant}'</filter></${table}>`);
    const seen = [...new Set([...house.tables, ...house.readable])];
    return `    <${names.user}>
      ${password(names)}
      <networks><ip>::/0</ip></networks>
      <profile>${PROFILE}</profile>
      <quota>${PROFILE}</quota>
      <default_database>${names.database}</default_database>
${grants([`SELECT ON ${names.database}.*`])}
    </${names.user}>
    <${names.owner}>
      <!-- Nobody signs in as the views' owner. -->
      <password_sha256_hex>${'0'.repeat(64)}</password_sha256_hex>
      <networks><ip>::1</ip></networks>
      <profile>${PROFILE}</profile>
      <quota>${PROFILE}</quota>
${grants(seen.map((name) => `SELECT ON ${house.database}.${name}`))}
      <databases>
        <${house.database}>
${filters.join('\n')}
        </${house.database}>
      </databases>
    </${names.owner}>`;
  });
  return `<clickhouse>\n${profiles(more)}\n  <users>\n${more.user}${users.join('\n')}\n  </users>\n</clickhouse>\n`;
}
