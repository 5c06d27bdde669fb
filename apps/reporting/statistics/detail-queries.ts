import { defineTenantQuery } from '@reglament/platform/clickhouse';
import { z } from 'zod';
import {
  CALLS,
  HOLDING,
  POSTPONE_REASONS,
  reasonsOf,
  SAID,
  type Said,
  saidCount,
  WEEKDAY_HOUR,
} from './detail-sets.ts';
import { Span } from './queries.ts';
import { changed, TIMES, type TimeName, TO } from './sets.ts';

const Count = z.int().min(0);
const Counted = z.object({ key: z.string(), count: Count });
const counted = (name: string, sql: string) => defineTenantQuery({ name, params: Span, row: Counted, sql });

/** Received by weekday and hour of the tenant's zone; an hour without requests has no row. */
export const heat = counted(
  'received by weekday and hour',
  `SELECT ${WEEKDAY_HOUR} AS key, uniqExact(request_id) AS count ${changed('received')} GROUP BY key ORDER BY key`,
);
export const cancelReasons = counted('reasons of cancellation', reasonsOf('cancelled'));
export const declineReasons = counted('reasons of refusal', reasonsOf('declined'));
export const postponeReasons = counted('reasons of postponement', POSTPONE_REASONS);
export const calls = counted('calls by outcome', CALLS);
export const holding = counted('open by employee', HOLDING);
export const said = counted('said', (Object.keys(SAID) as Said[]).map(saidCount).join('\nUNION ALL\n'));

/** From which moment each time is counted. */
const BEGINS: Readonly<Record<TimeName, 'submitted_at' | 'queued_at'>> = {
  placement: 'submitted_at',
  assignment: 'queued_at',
  answer: 'submitted_at',
  resolution: 'submitted_at',
};

/**
 * The spans behind a time, one a request: when each began and how long it took, in milliseconds; so many at once, by the
 * request's id. The service measures them on the tenant's working calendar: ClickHouse knows none.
 */
export const spansOf = (name: TimeName) =>
  defineTenantQuery({
    name: `spans of ${name}`,
    params: Span.extend({ after: z.uuid(), limit: z.int().min(1).max(100_000) }),
    row: z.object({ id: z.uuid(), begun: z.number(), took: z.number() }),
    sql: `SELECT toString(request_id) AS id, toUnixTimestamp64Milli(assumeNotNull(begun_at)) AS begun, took FROM (${TIMES[name]}) AS spans
INNER JOIN (SELECT request_id, ${BEGINS[name]} AS begun_at FROM requests WHERE tenant = {tenant:String}) AS begins USING (request_id)
WHERE request_id > {after:UUID} ORDER BY request_id LIMIT {limit:UInt32}`,
  });

const CLOSED = "('resolved', 'cancelled', 'declined', 'withdrawn')";

/** Open requests and their age in milliseconds at each of the given moments (milliseconds since 1970, ascending). */
export const backlog = defineTenantQuery({
  name: 'backlog and its age',
  params: Span.pick({ from: true, to: true }).extend({ moments: z.array(z.int()).min(1).max(500) }),
  row: z.object({ moment: z.number(), count: Count, p50: z.number(), p90: z.number(), oldest: z.number() }),
  sql: `SELECT moment, count() AS count, quantileExact(0.5)(age) AS p50, quantileExact(0.9)(age) AS p90, max(age) AS oldest FROM (
  SELECT arrayJoin(arrayFilter(m -> sent < m AND arrayLast(c -> c.1 < m, changes).3 NOT IN ${CLOSED}, {moments:Array(Int64)})) AS moment,
    moment - sent AS age
  FROM (
    SELECT request_id, minIf(toUnixTimestamp64Milli(at), status = 'received') AS sent, countIf(status = 'received') AS known,
      arraySort(groupArray((toUnixTimestamp64Milli(at), toString(event_id), status))) AS changes
    FROM status_facts WHERE tenant = {tenant:String} AND at < ${TO} AND request_id IN (
      SELECT request_id FROM requests
      WHERE tenant = {tenant:String} AND submitted_at < ${TO} AND (NOT is_closed OR status_at >= {from:DateTime64(3, 'UTC')}))
    GROUP BY request_id)
  WHERE known > 0)
GROUP BY moment ORDER BY moment`,
});
