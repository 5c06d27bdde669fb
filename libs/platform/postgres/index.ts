export { Batch } from './batch.ts';
export { Database, type DatabaseOptions } from './database.ts';
export { appRole, inboxTables, outboxTables, systemGrant, systemRole, tenantPolicy } from './ddl.ts';
export type { Entities, Orm } from './entities.ts';
export { forgettingTables, forgetWords } from './forgetting.ts';
export { type MigrateOptions, type Migration, type MigrationList, migrateService } from './migrate.ts';
export type { NewEvent, Tx } from './tx.ts';
export { instantOf, timestamp } from './types.ts';
