import type { ClickHouseMigration } from '@reglament/platform/clickhouse';
import { archive } from './0001-archive.ts';
import { requestFacts } from './0002-request-facts.ts';
import { clockAndWorkFacts } from './0003-clock-and-work-facts.ts';

/** The schema of the archive, in order. */
export const clickHouseMigrations: readonly ClickHouseMigration[] = [archive, requestFacts, clockAndWorkFacts];

/** Every table that holds tenants' rows: a tenant's query sees only its own in each of them. */
export const TENANT_TABLES = [
  'events',
  'tenants',
  'request_facts',
  'status_facts',
  'clock_facts',
  'work_facts',
  'staff_facts',
] as const;
