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
import { CLOSED, changed, FROM, TIMES, type TimeName, TO } from './sets.ts';

const Count = z.int().min(0);
const Counted = z.object({ key: z.string(), count: Count });
const counted = (name: string, sql: string) => defineTenantQuery({ name, params: Span, row: Counted, sql });

/** Received by weekday and hour of the tenant's zone; an hour without requests has no row. */
export const heat = counted(
  'received by weekday and hour',
  `SELECT ${WEEKDAY_HOUR} AS key, count() AS count ${changed('received')} GROUP BY key ORDER BY key`,
);
export const cancelReasons = counted('reasons of cancellation', reasonsOf('cancelled'));
export const declineReasons = counted('reasons of refusal', reasonsOf('declined'));
export const postponeReasons = counted('reasons of postponement', POSTPONE_REASONS);
export const calls = counted('calls by outcome', CALLS);
export const holding = counted('open by employee', HOLDING);
export const said = counted('said', (Object.keys(SAID) as Said[]).map(saidCount).join('\nUNION ALL\n'));

/**
 * The spans behind a time, one a request: when each began and how long it took, in milliseconds; so many at once, by the
 * request's id. The service measures them on the tenant's working calendar: ClickHouse knows none.
 */
export const spansOf = (name: TimeName) =>
  defineTenantQuery({
    name: `spans of ${name}`,
    params: Span.extend({ after: z.uuid(), limit: z.int().min(1).max(100_000) }),
    row: z.object({ id: z.uuid(), begun: z.number(), took: z.number() }),
    sql: `SELECT toString(request_id) AS id, toUnixTimestamp64Milli(assumeNotNull(begun_at)) AS begun, took FROM (${TIMES[name]})
WHERE request_id > {after:UUID} ORDER BY request_id LIMIT {limit:UInt32}`,
  });

/** How many days after the first the moment lies, in the tenant's zone. */
const dayOf = (moment: string) =>
  `(toInt32(toDate32(${moment}, {zone:String})) - toInt32(toDate32(${FROM}, {zone:String})))`;

/** Open requests and their age in milliseconds at the start of each day of the tenant's zone in `[from, to]`. */
export const backlog = defineTenantQuery({
  name: 'backlog and its age',
  params: Span,
  row: z.object({ moment: z.number(), count: Count, p50: z.number(), p90: z.number(), oldest: z.number() }),
  sql: `SELECT toUnixTimestamp64Milli(toDateTime64(toDate32(${FROM}, {zone:String}) + day, 3, {zone:String})) AS moment, count() AS count,
  quantileExact(0.5)(moment - sent) AS p50, quantileExact(0.9)(moment - sent) AS p90, max(moment - sent) AS oldest FROM (
  SELECT toUnixTimestamp64Milli(filed_at) AS sent,
    arrayJoin(arrayFlatten(arrayMap((status, since, until) -> if(status IN ${CLOSED}, [],
      range(toUInt32(greatest(0, ${dayOf('greatest(since, filed_at)')} + 1)), toUInt32(greatest(0, ${dayOf(`least(until, ${TO})`)} + 1)))),
      step_statuses, step_moments, arrayPushBack(arrayPopFront(step_moments), toDateTime64('2299-12-31 00:00:00', 3, 'UTC'))))) AS day
  FROM requests WHERE tenant = {tenant:String} AND submitted_at IS NOT NULL AND filed_at < ${TO} AND open_until >= ${FROM})
GROUP BY day ORDER BY day`,
});
