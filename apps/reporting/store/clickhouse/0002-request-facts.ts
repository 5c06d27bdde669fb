import { defineMigration } from '@reglament/platform/clickhouse';

const MOMENT = "DateTime64(3, 'UTC')";
const LAST = `Tuple(at ${MOMENT}, event_id String, status String)`;
const AGENT = `Tuple(at ${MOMENT}, event_id String, id String, name String)`;

const text = (field: string) => `JSONExtractString(payload, '${field}')`;
const when = (types: readonly string[], then: string, otherwise: string) =>
  `if(type IN (${types.map((type) => `'${type}'`).join(', ')}), ${then}, ${otherwise})`;
const submitted = (field: string) => when(['request.submitted.v1'], text(field), "''");
/** The earliest moment of these events; none is NULL, which \`min\` passes over. */
const first = (...types: string[]) => when(types, 'occurred_at', 'NULL');

/** A request's submission counts from when the person pressed "send"; everything else from when it happened. */
const AT = when(['request.submitted.v1'], `parseDateTime64BestEffort(${text('submittedAt')}, 3, 'UTC')`, 'occurred_at');
const STATUS = `transform(type, [
    'request.submitted.v1', 'request.withdrawn.v1', 'work.queued.v1', 'work.assigned.v1', 'work.information-requested.v1',
    'work.resumed.v1', 'work.handed-over.v1', 'work.resolved.v1', 'work.cancelled.v1', 'work.declined.v1', 'work.reopened.v1'
  ], [
    'received', 'withdrawn', 'queued', 'assigned', 'waiting',
    'resumed', 'handed-over', 'resolved', 'cancelled', 'declined', 'reopened'
  ], '')`;
const REQUEST = `toUUIDOrZero(${text('requestId')})`;

/** Columns that only the submission fills: the same value however often it comes. */
const SUBMITTED: Readonly<Record<string, string>> = {
  number: 'number',
  channel: 'channel',
  entry_point: 'entryPoint',
  category: 'category',
  client_category: 'clientCategory',
  product: 'product',
  language: 'language',
  edition: 'edition',
  summary: 'summary',
  question: 'question',
  registered_by: 'registeredBy',
};
const names = Object.keys(SUBMITTED);

/**
 * One current row per request, and one row per change of its status. Every aggregate is a minimum or a maximum and every
 * key holds the event's own id, so the same event twice, or events in another order, give the same rows.
 */
export const requestFacts = defineMigration({
  number: 2,
  name: 'request facts',
  statements: [
    `CREATE TABLE IF NOT EXISTS request_facts (
      tenant LowCardinality(String),
      request_id UUID,
      ${names.map((name) => `${name} SimpleAggregateFunction(max, String),`).join('\n      ')}
      urgent SimpleAggregateFunction(max, Bool),
      submitted_at SimpleAggregateFunction(min, Nullable(${MOMENT})),
      queued_at SimpleAggregateFunction(min, Nullable(${MOMENT})),
      assigned_at SimpleAggregateFunction(min, Nullable(${MOMENT})),
      answered_at SimpleAggregateFunction(min, Nullable(${MOMENT})),
      last SimpleAggregateFunction(max, ${LAST}),
      agent SimpleAggregateFunction(max, ${AGENT})
    ) ENGINE = AggregatingMergeTree
    ORDER BY (tenant, request_id)`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS request_facts_from_events TO request_facts AS
    SELECT
      tenant,
      ${REQUEST} AS request_id,
      ${names.map((name) => `${submitted(SUBMITTED[name] ?? name)} AS ${name},`).join('\n      ')}
      ${when(['request.submitted.v1'], "JSONExtractBool(payload, 'urgent')", 'false')} AS urgent,
      ${when(['request.submitted.v1'], AT, 'NULL')} AS submitted_at,
      ${first('work.queued.v1')} AS queued_at,
      ${first('work.assigned.v1')} AS assigned_at,
      ${first('work.replied.v1', 'work.resolved.v1')} AS answered_at,
      CAST(if(${STATUS} = '', (toDateTime64(0, 3, 'UTC'), '', ''), (${AT}, toString(id), ${STATUS})), '${LAST.replaceAll("'", "''")}') AS last,
      CAST(${when(
        ['work.assigned.v1'],
        "(occurred_at, toString(id), JSONExtractString(payload, 'agent', 'id'), JSONExtractString(payload, 'agent', 'name'))",
        "(toDateTime64(0, 3, 'UTC'), '', '', '')",
      )}, '${AGENT.replaceAll("'", "''")}') AS agent
    FROM events
    WHERE fault = '' AND (${STATUS} != '' OR type = 'work.replied.v1')`,
    `CREATE TABLE IF NOT EXISTS status_facts (
      tenant LowCardinality(String),
      status LowCardinality(String),
      at ${MOMENT},
      request_id UUID,
      event_id UUID,
      channel LowCardinality(String),
      entry_point LowCardinality(String),
      category LowCardinality(String),
      client_category LowCardinality(String),
      product LowCardinality(String),
      language LowCardinality(String),
      reason LowCardinality(String)
    ) ENGINE = ReplacingMergeTree
    PARTITION BY toYYYYMM(at)
    ORDER BY (tenant, status, at, request_id, event_id)`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS status_facts_from_events TO status_facts AS
    SELECT
      tenant,
      ${STATUS} AS status,
      ${AT} AS at,
      ${REQUEST} AS request_id,
      id AS event_id,
      ${['channel', 'entry_point', 'category', 'client_category', 'product', 'language']
        .map((name) => `${submitted(SUBMITTED[name] ?? name)} AS ${name},`)
        .join('\n      ')}
      ${text('reason')} AS reason
    FROM events
    WHERE fault = '' AND ${STATUS} != ''`,
    `CREATE VIEW IF NOT EXISTS requests AS
    SELECT
      tenant,
      request_id,
      ${names.map((name) => `max(f.${name}) AS ${name},`).join('\n      ')}
      max(f.urgent) AS urgent,
      min(f.submitted_at) AS submitted_at,
      min(f.queued_at) AS queued_at,
      min(f.assigned_at) AS assigned_at,
      min(f.answered_at) AS answered_at,
      max(f.last) AS newest,
      newest.status AS status,
      newest.at AS status_at,
      status IN ('resolved', 'cancelled', 'declined', 'withdrawn') AS is_closed,
      max(f.agent) AS newest_agent,
      newest_agent.id AS agent_id,
      newest_agent.name AS agent_name
    FROM request_facts AS f
    GROUP BY tenant, request_id`,
  ],
});
