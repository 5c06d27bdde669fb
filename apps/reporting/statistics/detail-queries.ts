import { defineTenantQuery } from '@reglament/platform/clickhouse';
import { z } from 'zod';
import { CALLS, HOLDING, SAID_COUNTS } from './detail-sets.ts';
import { Span } from './queries.ts';
import { CLOSED, FROM, TO } from './sets.ts';

const Count = z.int().min(0);

/** What events of their own say, calls by outcome, and who holds what is open: rows `figure, key, count`. */
export const beside = defineTenantQuery({
  name: 'said, called and held',
  params: Span,
  row: z.object({ figure: z.string(), key: z.string(), count: Count }),
  sql: `SELECT figure, key, count FROM (
${[SAID_COUNTS, CALLS, HOLDING].join('\nUNION ALL\n')}
) ORDER BY figure, count DESC, key LIMIT 1000 BY figure`,
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
