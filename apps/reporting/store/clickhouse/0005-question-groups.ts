import { defineMigration } from '@reglament/platform/clickhouse';

/**
 * A copy of what PostgreSQL knows of question groups, for counting beside the facts: which group a request belongs to, and as which group
 * that one is shown. The highest version of a key is true; the same rows written twice are the same.
 */
export const questionGroups = defineMigration({
  number: 5,
  name: 'question groups',
  statements: [
    `CREATE TABLE IF NOT EXISTS question_members (
      tenant LowCardinality(String),
      -- The first day of the month it was received in, by the tenant's calendar.
      month Date,
      request_id UUID,
      -- All noughts: nobody else asks this.
      group_id UUID,
      version UInt64
    ) ENGINE = ReplacingMergeTree(version)
    ORDER BY (tenant, month, request_id)`,
    `CREATE TABLE IF NOT EXISTS question_groups (
      tenant LowCardinality(String),
      group_id UUID,
      shown_as UUID,
      -- Of the group that it is shown as.
      name String,
      hidden Bool,
      version UInt64
    ) ENGINE = ReplacingMergeTree(version)
    ORDER BY (tenant, group_id)`,
  ],
});
