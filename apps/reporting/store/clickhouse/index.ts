import type { ClickHouseMigration } from '@reglament/platform/clickhouse';
import { archive } from './0001-archive.ts';
import { requestFacts } from './0002-request-facts.ts';
import { clockAndWorkFacts } from './0003-clock-and-work-facts.ts';
import { oneRowPerRequest } from './0004-one-row-per-request.ts';
import { questionGroups } from './0005-question-groups.ts';
import { clockStart } from './0006-clock-start.ts';

export { COPIES, READABLE, TENANT_TABLES, WORDS } from './tables.ts';

/** The schema of the archive, in order. */
export const clickHouseMigrations: readonly ClickHouseMigration[] = [
  archive,
  requestFacts,
  clockAndWorkFacts,
  oneRowPerRequest,
  questionGroups,
  clockStart,
];
