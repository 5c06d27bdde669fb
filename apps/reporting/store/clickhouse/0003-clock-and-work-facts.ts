import { defineMigration } from '@reglament/platform/clickhouse';

const MOMENT = "DateTime64(3, 'UTC')";
const LAST = `Tuple(at ${MOMENT}, event_id String, state String, moment ${MOMENT}, counted_ms UInt64, elapsed_ms UInt64)`;
const NAMED = `Tuple(at ${MOMENT}, event_id String, name String)`;
const cast = (value: string, type: string) => `CAST(${value}, '${type.replaceAll("'", "''")}')`;
const text = (field: string) => `JSONExtractString(payload, '${field}')`;
const moment = (field: string) => `parseDateTime64BestEffortOrNull(${text(field)}, 3, 'UTC')`;
const orZero = (value: string) => `ifNull(${value}, toDateTime64(0, 3, 'UTC'))`;
const only = (type: string, then: string) => `if(type = '${type}', ${then}, NULL)`;

/** One current row per clock. \`moment\` is when it stopped, or while it runs when it is due (1970 for no target). */
const clockStatements = [
  `CREATE TABLE IF NOT EXISTS clock_facts (
    tenant LowCardinality(String),
    request_id UUID,
    clock_id String,
    rule SimpleAggregateFunction(max, String),
    clause SimpleAggregateFunction(max, String),
    started_at SimpleAggregateFunction(min, Nullable(${MOMENT})),
    warned_at SimpleAggregateFunction(min, Nullable(${MOMENT})),
    expired_at SimpleAggregateFunction(min, Nullable(${MOMENT})),
    late SimpleAggregateFunction(max, Bool),
    last SimpleAggregateFunction(max, ${LAST})
  ) ENGINE = AggregatingMergeTree
  ORDER BY (tenant, request_id, clock_id)`,
  `CREATE MATERIALIZED VIEW IF NOT EXISTS clock_facts_from_events TO clock_facts AS
  SELECT
    tenant,
    toUUIDOrZero(${text('requestId')}) AS request_id,
    ${text('clockId')} AS clock_id,
    ${text('rule')} AS rule,
    ${text('clause')} AS clause,
    ${only('clock.scheduled.v1', 'occurred_at')} AS started_at,
    ${only('clock.warned.v1', 'occurred_at')} AS warned_at,
    ${only('clock.expired.v1', moment('dueAt'))} AS expired_at,
    JSONExtractBool(payload, 'late') AS late,
    ${cast(
      `multiIf(
      type = 'clock.scheduled.v1', (occurred_at, toString(id), ${text('state')}, ${orZero(moment('dueAt'))}, 0, 0),
      type = 'clock.stopped.v1', (occurred_at, toString(id), ${text('verdict')}, ${orZero(moment('stoppedAt'))},
        JSONExtractUInt(payload, 'countedMs'), JSONExtractUInt(payload, 'elapsedMs')),
      (toDateTime64(0, 3, 'UTC'), '', '', toDateTime64(0, 3, 'UTC'), 0, 0))`,
      LAST,
    )} AS last
  FROM events
  WHERE fault = '' AND type IN ('clock.scheduled.v1', 'clock.warned.v1', 'clock.expired.v1', 'clock.stopped.v1')`,
  // A promise is broken at the moment it was due, and stays so until a stop says otherwise.
  `CREATE VIEW IF NOT EXISTS clocks AS
  SELECT
    tenant,
    request_id,
    clock_id,
    max(f.rule) AS rule,
    max(f.clause) AS clause,
    min(f.started_at) AS started_at,
    min(f.warned_at) AS warned_at,
    min(f.expired_at) AS expired_at,
    max(f.late) AS late,
    max(f.last) AS newest,
    newest.state AS state,
    newest.counted_ms AS counted_ms,
    newest.elapsed_ms AS elapsed_ms,
    if(state IN ('kept', 'broken', 'cancelled'), newest.moment, NULL) AS stopped_at,
    if(state = 'running' AND newest.moment > toDateTime64(0, 3, 'UTC'), newest.moment, NULL) AS due_at,
    if(state = 'kept', newest.moment, NULL) AS kept_at,
    if(state = 'cancelled', newest.moment, NULL) AS cancelled_at,
    multiIf(state = 'broken', least(ifNull(expired_at, newest.moment), newest.moment),
      state IN ('kept', 'cancelled'), NULL, expired_at) AS broken_at
  FROM clock_facts AS f
  GROUP BY tenant, request_id, clock_id`,
];

/** One row per action of a member of staff; the event's id is in the key, so an event counts once. */
const workStatements = [
  `CREATE TABLE IF NOT EXISTS work_facts (
    tenant LowCardinality(String),
    at ${MOMENT},
    staff_id String,
    action LowCardinality(String),
    event_id UUID,
    request_id UUID,
    staff_name String,
    detail LowCardinality(String)
  ) ENGINE = ReplacingMergeTree
  PARTITION BY toYYYYMM(at)
  ORDER BY (tenant, at, staff_id, action, event_id)`,
  `CREATE MATERIALIZED VIEW IF NOT EXISTS work_facts_from_events TO work_facts AS
  SELECT
    tenant,
    occurred_at AS at,
    actor.2 AS staff_id,
    actor.1 AS action,
    id AS event_id,
    toUUIDOrZero(${text('requestId')}) AS request_id,
    actor.3 AS staff_name,
    if(type = 'work.call-attempted.v1', ${text('outcome')}, ${text('reason')}) AS detail
  FROM events
  ARRAY JOIN arrayFilter(a -> a.2 != '', [
    if(type = 'work.assigned.v1',
      ('assigned', JSONExtractString(payload, 'agent', 'id'), JSONExtractString(payload, 'agent', 'name')),
      ('', '', '')),
    if(type = 'request.submitted.v1', ('registered', ${text('registeredBy')}, ''), ('', '', '')),
    if(JSONExtractString(payload, 'by', 'kind') = 'staff',
      (transform(type, ['work.assigned.v1', 'work.replied.v1', 'work.resolved.v1', 'work.cancelled.v1', 'work.declined.v1',
        'work.information-requested.v1', 'work.call-attempted.v1', 'work.handed-over.v1', 'work.reopened.v1'],
        ['moderated', 'replied', 'resolved', 'cancelled', 'declined', 'asked', 'called', 'handed-over', 'reopened'], 'other'),
        JSONExtractString(payload, 'by', 'id'), JSONExtractString(payload, 'by', 'name')),
      ('', '', ''))
  ]) AS actor
  WHERE fault = '' AND (type = 'request.submitted.v1' OR startsWith(type, 'work.'))`,
  `CREATE TABLE IF NOT EXISTS staff_facts (
    tenant LowCardinality(String),
    staff_id String,
    last SimpleAggregateFunction(max, ${NAMED})
  ) ENGINE = AggregatingMergeTree
  ORDER BY (tenant, staff_id)`,
  `CREATE MATERIALIZED VIEW IF NOT EXISTS staff_facts_from_events TO staff_facts AS
  SELECT
    tenant,
    ${text('staffId')} AS staff_id,
    ${cast(`(occurred_at, toString(id), ${text('name')})`, NAMED)} AS last
  FROM events
  WHERE fault = '' AND type = 'staff.changed.v1'`,
];

export const clockAndWorkFacts = defineMigration({
  number: 3,
  name: 'clock and work facts',
  statements: [...clockStatements, ...workStatements],
});
