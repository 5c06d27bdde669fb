import { defineMigration } from '@reglament/platform/clickhouse';

/**
 * Every event once. The key is the event's own (its moment and id), so an event that is delivered again, or published
 * again after its stream was lost, takes the place of the first. A month is a partition: retention drops whole ones.
 */
export const archive = defineMigration({
  number: 1,
  name: 'archive',
  statements: [
    `CREATE TABLE IF NOT EXISTS events (
      tenant LowCardinality(String),
      type LowCardinality(String),
      occurred_at DateTime64(3, 'UTC'),
      id UUID,
      source LowCardinality(String),
      subject_id String,
      payload String CODEC(ZSTD(3)),
      traceparent String CODEC(ZSTD(1)),
      -- Why a payload is not what its type promises; such events are kept and counted nowhere.
      fault String,
      stream_seq UInt64,
      archived_at DateTime64(3, 'UTC') DEFAULT now64(3)
    ) ENGINE = ReplacingMergeTree
    PARTITION BY toYYYYMM(occurred_at)
    ORDER BY (tenant, type, occurred_at, id)
    SETTINGS fsync_after_insert = 1`,
    `CREATE TABLE IF NOT EXISTS tenants (
      tenant LowCardinality(String),
      name String,
      time_zone String,
      updated_at DateTime64(3, 'UTC') DEFAULT now64(3)
    ) ENGINE = ReplacingMergeTree(updated_at)
    ORDER BY tenant`,
  ],
});
