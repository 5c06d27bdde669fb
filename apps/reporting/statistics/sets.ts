/**
 * What every figure counts, each said once: a set of requests as SQL. A figure is the size of its set, and the list
 * behind the figure is the set itself; the page, the CSV, the report and Grafana read the same text.
 * Parameters: tenant, from, to, and where a figure is divided by something, key (and zone for hours).
 */
const TENANT = 'tenant = {tenant:String}';
export const FROM = "{from:DateTime64(3, 'UTC')}";
export const TO = "{to:DateTime64(3, 'UTC')}";
export const inPeriod = (moment: string): string => `${moment} >= ${FROM} AND ${moment} < ${TO}`;

/** Rows that may hold something of the period; others are left out unread. A clock may be a little ahead of another: a day is plenty. */
export const NEAR = `filed_at < ${TO} + INTERVAL 1 DAY AND last_at >= ${FROM}`;

/** Changes of status within the period, each request once: by the last of them, which no same change follows within it. */
export const changed = (status: string): string =>
  `FROM status_facts WHERE ${TENANT} AND ${NEAR} AND status = '${status}' AND ${inPeriod('at')} AND following >= ${TO}`;

/** Received within the period: by when the person pressed "send", which is how the rows are kept. */
export const RECEIVED = `FROM requests WHERE ${TENANT} AND ${inPeriod('filed_at')}`;

/** Divisions of what was received: column or expression of `requests`. */
export const DIVISIONS = {
  channel: 'channel',
  category: 'category',
  'entry-point': 'entry_point',
  product: 'product',
  language: 'language',
  hour: 'toString(toHour(filed_at, {zone:String}))',
  // Monday is 1; the hour has two digits: `1-09`.
  'weekday-hour':
    "concat(toString(toDayOfWeek(filed_at, 0, {zone:String})), '-', leftPad(toString(toHour(filed_at, {zone:String})), 2, '0'))",
} as const;
export type Division = keyof typeof DIVISIONS;

export const CLOSED = "('resolved', 'cancelled', 'declined', 'withdrawn')";

/** A request's status at the period's end: its last change before. History is looked at only where something changed since. */
const STATUS_THEN = `if(status_at < ${TO}, status, arrayLast((state, at) -> at < ${TO}, step_statuses, step_moments))`;
const KNOWN = 'submitted_at IS NOT NULL';
/** Requests by their status at the period's end. */
const asOf = (condition: string): string =>
  `FROM requests WHERE ${TENANT} AND ${KNOWN} AND filed_at < ${TO} AND open_until >= ${TO} AND ${STATUS_THEN} ${condition}`;
export const STILL_OPEN = asOf(`NOT IN ${CLOSED}`);

/** Received before the period's end and not closed by then. */
export const OPEN = `SELECT request_id ${STILL_OPEN}`;
/** Of those, the ones that nobody was given yet. */
export const QUEUE = `SELECT request_id ${asOf("IN ('received', 'queued', 'reopened')")}`;

const EPOCH = "toDateTime64(0, 3, 'UTC')";
const known = (moment: string): string => `ifNull(${moment}, ${EPOCH})`;
/** What takes time, from when to when; each belongs to the period in which it ended. */
const TIMES = {
  placement: [known('submitted_at'), known('queued_at')],
  assignment: [known('queued_at'), known('assigned_at')],
  answer: [known('submitted_at'), known('answered_at')],
  resolution: [
    'filed_at',
    `arrayLast((at, status) -> status = 'resolved' AND ${inPeriod('at')}, step_moments, step_statuses)`,
  ],
} as const;
export type TimeName = keyof typeof TIMES;

/** How long things took, all of them in one look at a request: `key`, its id, when it began, and milliseconds. */
export const TOOK = `SELECT request_id, one.1 AS key, one.2 AS begun_at, greatest(0, dateDiff('millisecond', one.2, one.3)) AS took FROM (
  SELECT request_id, arrayJoin(arrayFilter(x -> x.2 > ${EPOCH} AND ${inPeriod('x.3')}, [
    ${Object.entries(TIMES)
      .map(([name, [begun, ended]]) => `('${name}', ${begun}, ${ended})`)
      .join(',\n    ')}
  ])) AS one FROM requests WHERE ${TENANT} AND ${NEAR})`;

/** Clocks of which anything may belong to the period, or which may run at its end. */
export const CLOCKS = `FROM clocks WHERE ${TENANT} AND filed_at < ${TO} + INTERVAL 1 DAY AND clocks_until >= ${FROM}`;
/** What became of clocks; conditions on the view \`clocks\`. */
export const CLOCK_CONDITIONS = {
  kept: inPeriod('kept_at'),
  broken: inPeriod('broken_at'),
  cancelled: inPeriod('cancelled_at'),
  warned: inPeriod('warned_at'),
  running: `started_at < ${TO} AND (stopped_at IS NULL OR stopped_at >= ${TO}) AND (broken_at IS NULL OR broken_at >= ${TO})`,
} as const;

/** What was done within the period. */
export const WORKED = `FROM work_facts WHERE ${TENANT} AND ${NEAR} AND ${inPeriod('at')}`;
/** The same with the name that the house knows each person by. */
export const WORKED_BY = `FROM (SELECT staff_id, staff_name, action, at, following ${WORKED}) AS work
LEFT JOIN (SELECT staff_id, max(last).3 AS known_as FROM staff_facts WHERE ${TENANT} GROUP BY staff_id) AS staff USING (staff_id)`;
/** What members of staff did: actions of \`work_facts\`. */
export const ACTIONS = [
  'registered',
  'moderated',
  'assigned',
  'replied',
  'called',
  'resolved',
  'cancelled',
  'declined',
] as const;

export const OUTCOMES = ['resolved', 'cancelled', 'declined', 'withdrawn', 'reopened', 'handed-over'] as const;

/** Metric names as the API knows them → the requests they count. */
export const SETS: Readonly<Record<string, string>> = {
  received: `SELECT request_id ${RECEIVED}`,
  open: OPEN,
  queue: QUEUE,
  ...Object.fromEntries(OUTCOMES.map((status) => [status, `SELECT request_id ${changed(status)}`])),
  ...Object.fromEntries(
    Object.entries(DIVISIONS).map(([name, column]) => [
      name,
      `SELECT request_id ${RECEIVED} AND ${column} = {key:String}`,
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(TIMES).map((name) => [`time-${name}`, `SELECT request_id FROM (${TOOK}) WHERE key = '${name}'`]),
  ),
  ...Object.fromEntries(
    Object.entries(CLOCK_CONDITIONS).map(([name, condition]) => [
      name === 'cancelled' ? 'clock-cancelled' : name,
      `SELECT request_id ${CLOCKS} AND rule = {key:String} AND ${condition}`,
    ]),
  ),
  ...Object.fromEntries(
    ACTIONS.map((action) => [
      `employee-${action}`,
      `SELECT request_id ${WORKED} AND action = '${action}' AND staff_id = {key:String}`,
    ]),
  ),
};
