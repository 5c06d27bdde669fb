/**
 * What every figure counts, each said once: a set of requests as SQL. A figure is the size of its set, and the list
 * behind the figure is the set itself; the page, the CSV, the report and Grafana read the same text.
 * Parameters: tenant, from, to, and where a figure is divided by something, key (and zone for hours).
 */
const TENANT = 'tenant = {tenant:String}';
export const FROM = "{from:DateTime64(3, 'UTC')}";
export const TO = "{to:DateTime64(3, 'UTC')}";
export const inPeriod = (moment: string): string => `${moment} >= ${FROM} AND ${moment} < ${TO}`;

/** Changes of status within the period. */
export const changed = (status: string): string =>
  `FROM status_facts WHERE ${TENANT} AND status = '${status}' AND ${inPeriod('at')}`;

/** Divisions of what was received: column or expression of `status_facts`. */
export const DIVISIONS = {
  channel: 'channel',
  category: 'category',
  'entry-point': 'entry_point',
  product: 'product',
  language: 'language',
  hour: 'toString(toHour(at, {zone:String}))',
} as const;
export type Division = keyof typeof DIVISIONS;

const CLOSED = "('resolved', 'cancelled', 'declined', 'withdrawn')";

/** Requests by their status at the period's end. Only those that are open now or changed since need their history. */
const asOf = (condition: string): string => `SELECT request_id FROM status_facts
  WHERE ${TENANT} AND at < ${TO} AND request_id IN (
    SELECT request_id FROM requests
    WHERE ${TENANT} AND submitted_at < ${TO} AND (NOT is_closed OR status_at >= ${TO}))
  GROUP BY request_id
  HAVING argMax(status, (at, toString(event_id))) ${condition}`;

/** Received before the period's end and not closed by then. */
export const OPEN = asOf(`NOT IN ${CLOSED}`);
/** Of those, the ones that nobody was given yet. */
export const QUEUE = asOf("IN ('received', 'queued', 'reopened')");

/** Requests of which \`end\` fell into the period: their ids and how long it took since \`begin\`, in milliseconds. */
const timed = (status: string, begin: string, end: string): string =>
  `SELECT request_id, greatest(0, dateDiff('millisecond', ${begin}, ${end})) AS took FROM requests
  WHERE ${TENANT} AND ${begin} IS NOT NULL AND ${inPeriod(end)}
    AND request_id IN (SELECT request_id ${changed(status)})`;

/** How long things took; each belongs to the period in which it ended. */
export const TIMES = {
  placement: timed('queued', 'submitted_at', 'queued_at'),
  assignment: timed('assigned', 'queued_at', 'assigned_at'),
  answer: `SELECT request_id, greatest(0, dateDiff('millisecond', submitted_at, answered_at)) AS took FROM requests
  WHERE ${TENANT} AND submitted_at IS NOT NULL AND ${inPeriod('answered_at')}`,
  resolution: `SELECT request_id, greatest(0, dateDiff('millisecond', submitted_at, solved_at)) AS took FROM requests
  INNER JOIN (SELECT request_id, max(at) AS solved_at ${changed('resolved')} GROUP BY request_id) AS done USING (request_id)
  WHERE ${TENANT} AND submitted_at IS NOT NULL`,
} as const;
export type TimeName = keyof typeof TIMES;

/** What became of clocks; conditions on the view \`clocks\`. */
export const CLOCK_CONDITIONS = {
  kept: inPeriod('kept_at'),
  broken: inPeriod('broken_at'),
  cancelled: inPeriod('cancelled_at'),
  warned: inPeriod('warned_at'),
  running: `started_at < ${TO} AND (stopped_at IS NULL OR stopped_at >= ${TO}) AND (broken_at IS NULL OR broken_at >= ${TO})`,
} as const;
export type ClockFigure = keyof typeof CLOCK_CONDITIONS;

/** What members of staff did: actions of \`work_facts\`. */
export const ACTIONS = ['assigned', 'replied', 'resolved', 'moderated', 'called', 'cancelled', 'declined'] as const;
export type Action = (typeof ACTIONS)[number];

/** A question as the same question is recognised by: its first letters, lower case, single spaces. */
export const NORMALISED = "substringUTF8(trimBoth(replaceRegexpAll(lowerUTF8(question), '[^\\\\p{L}]+', ' ')), 1, 300)";
export const ASKED = `FROM requests WHERE ${TENANT} AND ${inPeriod('submitted_at')}`;

export const OUTCOMES = ['resolved', 'cancelled', 'declined', 'withdrawn', 'reopened', 'handed-over'] as const;

/** Metric names as the API knows them → the requests they count. */
export const SETS: Readonly<Record<string, string>> = {
  received: `SELECT request_id ${changed('received')}`,
  open: OPEN,
  queue: QUEUE,
  ...Object.fromEntries(OUTCOMES.map((status) => [status, `SELECT request_id ${changed(status)}`])),
  ...Object.fromEntries(
    Object.entries(DIVISIONS).map(([name, column]) => [
      name,
      `SELECT request_id ${changed('received')} AND ${column} = {key:String}`,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(TIMES).map(([name, sql]) => [`time-${name}`, `SELECT request_id FROM (${sql})`]),
  ),
  ...Object.fromEntries(
    Object.entries(CLOCK_CONDITIONS).map(([name, condition]) => [
      name === 'cancelled' ? 'clock-cancelled' : name,
      `SELECT request_id FROM clocks WHERE ${TENANT} AND rule = {key:String} AND ${condition}`,
    ]),
  ),
  ...Object.fromEntries(
    ACTIONS.map((action) => [
      `employee-${action}`,
      `SELECT request_id FROM work_facts WHERE ${TENANT} AND ${inPeriod('at')} AND action = '${action}' AND staff_id = {key:String}`,
    ]),
  ),
  question: `SELECT request_id ${ASKED} AND ${NORMALISED} = {key:String}`,
};
