/** `npm run readers` writes ClickHouse's files; with `--check` it compares them and ends with 1 when they differ. */
import { writeOrCheck } from '../../write-files.ts';
import { generatedFiles, tenantsOf } from './files.ts';

process.exit(writeOrCheck('deploy/clickhouse', generatedFiles(tenantsOf('regulations')), 'npm run readers'));
