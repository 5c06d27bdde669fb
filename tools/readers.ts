/** `npm run readers [-- --check]`: writes the reader accounts of every hotline as ClickHouse's files, or compares them. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// Its sources are no package of their own, so they are found by their place.
await import(pathToFileURL(path.resolve(import.meta.dirname, '../deploy/clickhouse/src/generate.ts')).href);
