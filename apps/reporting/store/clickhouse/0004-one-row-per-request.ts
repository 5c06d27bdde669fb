import { defineMigration } from '@reglament/platform/clickhouse';
import { firstRenewal } from './0004-renewal.ts';

const MOMENT = "DateTime64(3, 'UTC')";
const NAME = 'LowCardinality(String)';

/** What any event of a request may say, read in one go; what an event does not say stays empty. */
const SAYS = `Tuple(
    requestId String, number String, channel String, entryPoint String, category String, clientCategory String, product String,
    language String, edition String, summary String, question String, registeredBy String, urgent Bool, submittedAt String,
    by Tuple(kind String, id String, name String), agent Tuple(id String, name String), reason String, outcome String,
    clockId String, rule String, clause String, state String, verdict String, dueAt String, stoppedAt String,
    countedMs UInt64, elapsedMs UInt64, late Bool)`;

/** Texts of a submission: the same value however often it comes. */
const SUBMITTED = [
  ['number', 'String'],
  ['channel', NAME],
  ['entry_point', NAME],
  ['category', NAME],
  ['client_category', NAME],
  ['product', NAME],
  ['language', NAME],
  ['edition', NAME],
  ['summary', 'String'],
  ['question', 'String'],
  ['registered_by', NAME],
] as const;
const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const moment = (text: string) => `parseDateTime64BestEffortOrZero(${text}, 3, 'UTC')`;

const STATUS = `transform(type, [
    'request.submitted.v1', 'request.withdrawn.v1', 'work.queued.v1', 'work.assigned.v1', 'work.information-requested.v1',
    'work.resumed.v1', 'work.handed-over.v1', 'work.resolved.v1', 'work.cancelled.v1', 'work.declined.v1', 'work.reopened.v1'
  ], [
    'received', 'withdrawn', 'queued', 'assigned', 'waiting',
    'resumed', 'handed-over', 'resolved', 'cancelled', 'declined', 'reopened'
  ], '')`;
const CLOCKS = "'clock.scheduled.v1', 'clock.warned.v1', 'clock.expired.v1', 'clock.stopped.v1'";

/** What an event says of its request. */
const READ = `WITH JSONExtract(payload, '${SAYS}') AS says, startsWith(type, 'clock.') AS is_clock
  SELECT
    tenant,
    reinterpretAsUInt64(reverse(unhex(replaceAll(substring(says.requestId, 1, 18), '-', '')))) AS id_head,
    toUUIDOrZero(says.requestId) AS request_id,
    if(is_clock, says.clockId, '') AS clock_id,
    id AS event_id,
    type,
    occurred_at,
    if(type = 'request.submitted.v1', ${moment('says.submittedAt')}, occurred_at) AS at,
    ${STATUS} AS status,
    ${SUBMITTED.map(([name]) => `if(type = 'request.submitted.v1', says.${camel(name)}, '') AS ${name},`).join('\n    ')}
    says.urgent AND type = 'request.submitted.v1' AS urgent,
    if(says.by.kind = 'staff', says.by.id, '') AS staff_id,
    if(says.by.kind = 'staff', says.by.name, '') AS staff_name,
    if(type = 'work.assigned.v1', says.agent.id, '') AS agent_id,
    if(type = 'work.assigned.v1', says.agent.name, '') AS agent_name,
    if(type = 'work.call-attempted.v1', says.outcome, says.reason) AS detail,
    if(is_clock, says.rule, '') AS rule,
    if(is_clock, says.clause, '') AS clause,
    if(type = 'clock.stopped.v1', says.verdict, if(type = 'clock.scheduled.v1', says.state, '')) AS state,
    if(is_clock, ${moment("if(type = 'clock.stopped.v1', says.stoppedAt, says.dueAt)")}, toDateTime64(0, 3, 'UTC')) AS moment,
    says.countedMs AS counted_ms,
    says.elapsedMs AS elapsed_ms,
    says.late AS late
  FROM events
  WHERE fault = '' AND (startsWith(type, 'work.') OR type IN ('request.submitted.v1', 'request.withdrawn.v1', ${CLOCKS}))`;

/** What each event says of its request, beside the request's other events: a request is read with one look. */
const eventStatements = [
  `CREATE TABLE IF NOT EXISTS request_events (
    tenant ${NAME},
    -- The first half of the id, which begins with the moment: ClickHouse itself orders UUIDs by the other half, which is chance.
    id_head UInt64,
    request_id UUID,
    clock_id String,
    event_id UUID,
    type ${NAME},
    occurred_at ${MOMENT},
    -- When it counts: a submission from when the person pressed "send".
    at ${MOMENT},
    status ${NAME},
    ${SUBMITTED.map(([name, type]) => `${name} ${type},`).join('\n    ')}
    urgent Bool,
    staff_id String,
    staff_name ${NAME},
    agent_id String,
    agent_name ${NAME},
    detail ${NAME},
    rule ${NAME},
    clause ${NAME},
    state ${NAME},
    moment ${MOMENT},
    counted_ms UInt64,
    elapsed_ms UInt64,
    late Bool
  ) ENGINE = ReplacingMergeTree
  ORDER BY (tenant, id_head, request_id, clock_id, event_id)
  SETTINGS index_granularity = 1024`,
  `CREATE MATERIALIZED VIEW IF NOT EXISTS request_events_from_events TO request_events AS ${READ}`,
  // What was archived before: the view sees only what comes after.
  `INSERT INTO request_events ${READ}`,
];

/**
 * One current row per request, with its history and its clocks in arrays. `known` counts the events it was made of: it only
 * grows, so that of two rows the one that knows more stays, whichever was written last.
 */
const currentStatements = [
  `CREATE TABLE IF NOT EXISTS request_current (
    tenant ${NAME},
    request_id UUID,
    -- 1970 until the submission is known. Such a row is gone when another is there.
    submitted_at ${MOMENT},
    known UInt32,
    gone Bool,
    ${SUBMITTED.map(([name, type]) => `${name} ${type},`).join('\n    ')}
    urgent Bool,
    -- First moments; 1970 for none.
    queued_at ${MOMENT},
    assigned_at ${MOMENT},
    answered_at ${MOMENT},
    status ${NAME},
    status_at ${MOMENT},
    is_closed Bool,
    agent_id ${NAME},
    agent_name ${NAME},
    -- The latest moment of anything in the row: nothing in it belongs to a period that begins later.
    last_at ${MOMENT},
    -- Until when it was open: for ever while it is.
    open_until ${MOMENT},
    -- Until when one of its clocks ran, at least until last_at.
    clocks_until ${MOMENT},
    -- In their order. A request counts once a period: by its last change to a status, whose \`following\` lies behind.
    steps Nested(status ${NAME}, at ${MOMENT}, following ${MOMENT}, reason ${NAME}),
    actions Nested(staff_id ${NAME}, action ${NAME}, at ${MOMENT}, following ${MOMENT}, staff_name ${NAME}, detail ${NAME}),
    clocks Nested(id String, rule ${NAME}, clause ${NAME}, state ${NAME}, started_at ${MOMENT}, warned_at ${MOMENT},
      expired_at ${MOMENT}, moment ${MOMENT}, broken_at ${MOMENT}, counted_ms UInt64, elapsed_ms UInt64, late Bool),
    INDEX last_at last_at TYPE minmax,
    INDEX open_until open_until TYPE minmax,
    INDEX clocks_until clocks_until TYPE minmax
  ) ENGINE = ReplacingMergeTree(known)
  PARTITION BY toYYYYMM(submitted_at)
  -- The month first: reading a month then never asks what another month's parts hold, as FINAL with a skip index does where keys overlap.
  ORDER BY (toYYYYMM(submitted_at), tenant, submitted_at, request_id)
  -- A month in which nothing changes any more becomes one part, which needs no merging when it is read.
  SETTINGS index_granularity = 2048, min_age_to_force_merge_seconds = 900, min_age_to_force_merge_on_partition_only = 1`,
];

const none = (column: string) => `nullIf(${column}, toDateTime64(0, 3, 'UTC'))`;

/** Columns that every view has: when the request was filed (1970 while unknown) and until when anything happened, to leave out rows unread. */
const NEARNESS = 'request_current.submitted_at AS filed_at, last_at';
const joined = (name: string, fields: readonly string[]) =>
  `ARRAY JOIN ${fields.map((field) => `${name}.${field} AS one_${field}`).join(', ')}`;
const DROPPED = ['request_facts', 'status_facts', 'clock_facts', 'work_facts'];

/** The facts as statistics and dashboards read them, under the names they have had. */
const viewStatements = [
  ...DROPPED.map((table) => `DROP TABLE IF EXISTS ${table}_from_events`),
  ...['requests', 'clocks', ...DROPPED].map((table) => `DROP TABLE IF EXISTS ${table}`),
  `CREATE VIEW IF NOT EXISTS requests AS
  SELECT tenant, request_id, ${SUBMITTED.map(([name]) => name).join(', ')}, urgent,
    ${none('request_current.submitted_at')} AS submitted_at, ${none('request_current.queued_at')} AS queued_at,
    ${none('request_current.assigned_at')} AS assigned_at, ${none('request_current.answered_at')} AS answered_at,
    status, status_at, is_closed, agent_id, agent_name,
    steps.status AS step_statuses, steps.at AS step_moments,
    actions.action AS action_names, actions.staff_id AS action_staff, actions.at AS action_moments,
    open_until, ${NEARNESS}
  FROM request_current FINAL WHERE NOT gone`,
  `CREATE VIEW IF NOT EXISTS status_facts AS
  SELECT tenant, request_id, one_status AS status, one_at AS at, one_following AS following, one_reason AS reason,
    channel, entry_point, category, client_category, product, language, ${NEARNESS}
  FROM request_current FINAL ${joined('steps', ['status', 'at', 'following', 'reason'])}
  WHERE NOT gone`,
  `CREATE VIEW IF NOT EXISTS work_facts AS
  SELECT tenant, request_id, one_staff_id AS staff_id, one_staff_name AS staff_name, one_action AS action, one_at AS at,
    one_following AS following, one_detail AS detail, ${NEARNESS}
  FROM request_current FINAL ${joined('actions', ['staff_id', 'staff_name', 'action', 'at', 'following', 'detail'])}
  WHERE NOT gone`,
  // Only what figures ask for: an array that is joined is read, asked for or not.
  `CREATE VIEW IF NOT EXISTS clocks AS
  SELECT tenant, request_id, one_rule AS rule, one_clause AS clause, one_state AS state,
    ${['started_at', 'warned_at', 'broken_at'].map((name) => `${none(`one_${name}`)} AS ${name}`).join(', ')},
    if(state IN ('kept', 'broken', 'cancelled'), one_moment, NULL) AS stopped_at,
    if(state = 'running', ${none('one_moment')}, NULL) AS due_at,
    if(state = 'kept', one_moment, NULL) AS kept_at,
    if(state = 'cancelled', one_moment, NULL) AS cancelled_at,
    clocks_until, ${NEARNESS}
  FROM request_current FINAL ${joined('clocks', ['rule', 'clause', 'state', 'started_at', 'warned_at', 'moment', 'broken_at'])}
  WHERE NOT gone`,
];

export const oneRowPerRequest = defineMigration({
  number: 4,
  name: 'one row per request',
  statements: [...eventStatements, ...currentStatements, ...firstRenewal(), ...viewStatements],
});
