import { readdirSync } from 'node:fs';
import { READABLE, TENANT_TABLES } from '../../../apps/reporting/store/clickhouse/tables.ts';
import {
  type ReaderHouse,
  readerNames,
  readerStatements,
  usersXml,
} from '../../../libs/platform/clickhouse/readers.ts';

/** The hotlines of a folder of regulations, by the names of their files. */
export const tenantsOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();

/** The archive as readers see it. */
export const readerHouse = (tenants: readonly string[], database = 'reglament'): ReaderHouse => ({
  database,
  tables: TENANT_TABLES,
  readable: READABLE,
  tenants,
});

/** The variable that holds the SHA-256 of a reader's password, in hexadecimal digits. */
export const passwordVariable = (user: string): string => `${user.toUpperCase()}_SHA256`;

const MADE = 'Made by `npm run readers`. Change deploy/clickhouse/src or the regulations, not this file.';

const ACCESS = `<!-- ${MADE} -->
<clickhouse>
  <access_control_improvements>
    <!-- What the server knows of itself (tables, parts, queries that run) is not for readers. -->
    <select_from_system_db_requires_grant>true</select_from_system_db_requires_grant>
    <select_from_information_schema_requires_grant>true</select_from_information_schema_requires_grant>
    <table_engines_require_grant>true</table_engines_require_grant>
    <!-- The platform's own user has no row policy and reads every row. -->
    <users_without_row_policies_can_read_rows>true</users_without_row_policies_can_read_rows>
  </access_control_improvements>
</clickhouse>
`;

/** Every generated file, by its path under deploy/clickhouse. */
export function generatedFiles(tenants: readonly string[]): ReadonlyMap<string, string> {
  const house = readerHouse(tenants);
  const users = usersXml(house, ({ user }) => `<password_sha256_hex from_env="${passwordVariable(user)}"/>`);
  const statements = readerStatements(house).map((statement) => `${statement};`);
  return new Map([
    ['config.d/reglament-access.xml', ACCESS],
    ['users.d/reglament-readers.xml', `<!-- ${MADE} -->\n${users}`],
    ['readers.sql', `-- ${MADE}\n${statements.join('\n')}\n`],
  ]);
}

/** The readers of the embedded engine: what its host is told, and the statements that make the views once the schema is there. */
export function embeddedReaders(tenants: readonly string[], secretOf: (user: string) => string) {
  const house = readerHouse(tenants);
  const accounts = tenants.map((tenant) => {
    const { user, database } = readerNames(house.database, tenant);
    return { tenant, user, database, secret: secretOf(user) };
  });
  // The engine's own interface checks the password; inside the process there is no other door.
  const users = usersXml(house, () => '<no_password/>', true);
  return { accounts, env: JSON.stringify({ accounts, usersXml: users }), statements: readerStatements(house) };
}
