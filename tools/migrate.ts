/**
 * Brings every service's schema up to date: the only place that uses the owner's address. Run by `npm start`, and by
 * hand where the engines are yours: DATABASE_URL is the owner's, passwords come from MIGRATE_PASSWORDS (JSON by role).
 */
import { type MigrationList, migrateService } from '@reglament/platform/postgres';
import { SERVICES } from './start/services.ts';

interface Exported {
  readonly schema: string;
  readonly migrations: MigrationList;
}

function passwordOf(passwords: Readonly<Record<string, string>>, role: string): string {
  const password = passwords[role];
  if (password === undefined || password === '') throw new Error(`MIGRATE_PASSWORDS has no password for ${role}.`);
  return password;
}

const adminUrl = process.env.DATABASE_URL ?? '';
const passwords = JSON.parse(process.env.MIGRATE_PASSWORDS ?? '{}') as Record<string, string>;
for (const service of SERVICES) {
  const { schema, migrations } = (await import(`@reglament/${service}/migrations`)) as Exported;
  const applied = await migrateService({
    adminUrl,
    service,
    schema,
    migrations,
    appPassword: passwordOf(passwords, `reglament_${service}`),
    systemPassword: passwordOf(passwords, `reglament_${service}_system`),
  });
  process.stdout.write(`${JSON.stringify({ service, applied })}\n`);
}
