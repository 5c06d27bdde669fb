import { type OwnEngine, ownEngine } from '../engines/own.ts';

/** A ClickHouse (chDB) of the test file's own: only the files that need one pay for it, and they may kill it. */
export const testClickhouse = (): Promise<OwnEngine> => ownEngine('clickhouse');
