export { type ClickHouse, type ClickHouseSettings, isRefusedByClickHouse, openClickHouse } from './client.ts';
export { type ClickHouseMigration, defineMigration, migrateClickHouse } from './migrations.ts';
export { defineQuery, defineTenantQuery, type Query, runQuery, runTenantQuery, type TenantQuery } from './query.ts';
export { type ReaderHouse, type ReaderNames, readerNames, readerStatements, usersXml } from './readers.ts';
export { BatchWriter, type BatchWriterOptions, type WriterState } from './writer.ts';
