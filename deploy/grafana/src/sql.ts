/** SQL that dashboards need beside the named queries of reporting; in the same words, so that `inGrafana` can put it into Grafana's. */
import {
  CLOCK_CONDITIONS,
  CLOCKS,
  changed,
  FROM,
  inPeriod,
  NEAR,
  QUEUE,
  SETS,
  TO,
  WORKED,
} from '../../../apps/reporting/statistics/sets.ts';

const TENANT = 'tenant = {tenant:String}';
/** The requests of a metric. @throws Error for a metric that reporting does not know */
export function setOf(metric: string): string {
  const set = SETS[metric];
  if (set === undefined) throw new Error(`Reporting knows no metric ${metric}`);
  return set;
}

/** Received and resolved over the range, in steps that fit the screen; the bucket's moment is Grafana's own. */
export const FLOW = `SELECT $__timeInterval(at) AS time,
  uniqExactIf(request_id, status = 'received') AS received, uniqExactIf(request_id, status = 'resolved') AS resolved
FROM status_facts
WHERE ${TENANT} AND ${NEAR} AND status IN ('received', 'resolved') AND $__timeFilter_ms(at)
GROUP BY time ORDER BY time`;

/** What waits for the moderator, as it is served: the urgent first, then in the order of arrival. */
export const WAITING = `SELECT number, category, channel, if(urgent, 'yes', '') AS urgent, submitted_at AS received,
  dateDiff('millisecond', submitted_at, ${TO}) AS waits
FROM requests WHERE ${TENANT} AND request_id IN (${QUEUE})
ORDER BY urgent DESC, submitted_at, number LIMIT 100`;

/** Promises that run at the end of the range, the next to break first. What has ended since keeps no due moment. */
export const NEXT_DUE = `SELECT number, rule, clause, category, agent_name AS agent, started_at AS started, due_at AS due,
  dateDiff('millisecond', ${TO}, due_at) AS left
FROM (SELECT * ${CLOCKS} AND ${CLOCK_CONDITIONS.running}) AS running
INNER JOIN (SELECT request_id, number, category, agent_name FROM requests WHERE ${TENANT} AND filed_at < ${TO} + INTERVAL 1 DAY) AS asked USING (request_id)
ORDER BY due_at NULLS LAST, number, rule LIMIT 50`;

/** Who did something in the range, what of it is still open with them, and when they last acted. */
export const ON_DUTY = `SELECT name, done, last_seen AS seen, ifNull(open, 0) AS open FROM (
  SELECT staff_id, argMax(staff_name, (staff_name != '', at)) AS name, uniqExactIf(request_id, action = 'resolved') AS done, max(at) AS last_seen
  ${WORKED} GROUP BY staff_id) AS acted
LEFT JOIN (SELECT agent_id AS staff_id, count() AS open FROM requests WHERE ${TENANT} AND request_id IN (${setOf('open')}) GROUP BY agent_id) AS held USING (staff_id)
WHERE name != '' ORDER BY last_seen DESC, name LIMIT 100`;

/** Of the promises that ended in the range, the part that was kept, in percent, by clause and rule. */
export const KEPT_PART = `SELECT clause, rule, kept, broken, round(100 * kept / (kept + broken), 1) AS part FROM (
  SELECT rule, max(clause) AS clause, countIf(ifNull(${inPeriod('kept_at')}, 0)) AS kept, countIf(ifNull(${inPeriod('broken_at')}, 0)) AS broken
  ${CLOCKS} AND started_at < ${TO} GROUP BY rule)
WHERE kept + broken > 0 ORDER BY part, clause, rule`;

/** Promises broken over the range, by the moment when the time was up. */
export const BROKEN_FLOW = `SELECT $__timeInterval(ended) AS time, rule, count() AS broken FROM (
  SELECT rule, assumeNotNull(broken_at) AS ended ${CLOCKS} AND started_at < ${TO} AND broken_at IS NOT NULL)
WHERE $__timeFilter_ms(ended) GROUP BY time, rule ORDER BY time, rule`;

/** Received over the range by channel. */
export const CHANNEL_FLOW = `SELECT $__timeInterval(at) AS time, channel, uniqExact(request_id) AS received
FROM status_facts WHERE ${TENANT} AND ${NEAR} AND status = 'received' AND $__timeFilter_ms(at)
GROUP BY time, channel ORDER BY time, channel`;

/** How requests of each channel went: how many, how many of them solved by the end of the range, and the median until the first answer. */
export const CHANNEL_RESULTS = `SELECT channel, count() AS received, countIf(status = 'resolved') AS resolved,
  round(quantileExactIf(0.5)(greatest(0, dateDiff('millisecond', submitted_at, assumeNotNull(answered_at))), answered_at IS NOT NULL)) AS answer
FROM requests WHERE ${TENANT} AND ${inPeriod('filed_at')} GROUP BY channel ORDER BY received DESC, channel`;

/** Calls to requesters in the range by what came of them. */
export const CALLS = `SELECT detail AS key, count() AS count ${WORKED}
  AND action = 'called' GROUP BY key ORDER BY count DESC, key`;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** The columns of the heat map, `00` to `23`. */
export const HOUR_COLUMNS = HOURS.map((hour) => String(hour).padStart(2, '0'));

/** Received by weekday (1 is Monday) and hour of the hotline's zone: a row a day, a column an hour. */
export const HEAT = `SELECT toDayOfWeek(at, 0, {zone:String}) AS weekday,
  ${HOURS.map((hour) => `countIf(toHour(at, {zone:String}) = ${hour}) AS \`${HOUR_COLUMNS[hour]}\``).join(',\n  ')}
${changed('received')} GROUP BY weekday ORDER BY weekday`;

/** The same a calendar month of the hotline's zone earlier. */
const monthEarlier = (set: string): string => {
  const earlier = (moment: string) => `addMonths(toTimeZone(${moment}, {zone:String}), -1)`;
  const [from, to] = ['\u0000from', '\u0000to'];
  return set.replaceAll(FROM, from).replaceAll(TO, to).replaceAll(from, earlier(FROM)).replaceAll(to, earlier(TO));
};

/** Figures of the range beside those of a calendar month earlier, and the difference. */
export const besideMonthBefore = (figures: readonly (readonly [metric: string, title: string])[]): string =>
  figures
    .map(
      ([metric, title]) => `SELECT '${title}' AS figure, now, before, toInt64(now) - toInt64(before) AS change
FROM (SELECT uniqExact(request_id) AS now FROM (${setOf(metric)})) AS this
CROSS JOIN (SELECT uniqExact(request_id) AS before FROM (${monthEarlier(setOf(metric))})) AS earlier`,
    )
    .join('\nUNION ALL\n');

/** Why requests were cancelled or declined in the range. */
export const REASONS = `SELECT status, reason, uniqExact(request_id) AS requests FROM status_facts
WHERE ${TENANT} AND ${NEAR} AND status IN ('cancelled', 'declined') AND ${inPeriod('at')}
GROUP BY status, reason ORDER BY requests DESC, status, reason`;

/** Solved over the range by employee. */
export const SOLVED_BY = `SELECT $__timeInterval(at) AS time, argMax(staff_name, at) AS name, uniqExact(request_id) AS resolved
FROM work_facts WHERE ${TENANT} AND ${NEAR} AND action = 'resolved' AND $__timeFilter_ms(at)
GROUP BY time, staff_id ORDER BY time, name`;
