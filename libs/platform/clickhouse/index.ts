export { type ClickHouse, type ClickHouseSettings, isRefusedByClickHouse, openClickHouse } from './client.ts';
export { type ClickHouseMigration, defineMigration, migrateClickHouse } from './migrations.ts';
export { defineQuery, defineTenantQuery, type Query, runQuery, runTenantQuery, type TenantQuery } from './query.ts';
export { BatchWriter, type BatchWriterOptions, type WriterState } from './writer.ts';
