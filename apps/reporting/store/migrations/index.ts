import type { MigrationList } from '@reglament/platform/postgres';

export const schema = 'reporting';

/** Reporting keeps its state in ClickHouse alone: the archive can be made again from the streams, so there is nothing to keep here. */
export const migrations: MigrationList = [];
