import type { MigrationList } from '@reglament/platform/postgres';
import { reports } from './0001-reports.ts';
import { questions } from './0002-questions.ts';

export const schema = 'reporting' as const;

/**
 * The archive can be made again from the streams and lives in ClickHouse; here is what must stay as it was: reports that were given out,
 * and the groups of questions with what managers said of them.
 */
export const migrations: MigrationList = [reports, questions];
