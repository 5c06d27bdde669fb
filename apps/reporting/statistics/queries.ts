import { defineQuery, defineTenantQuery } from '@reglament/platform/clickhouse';
import { z } from 'zod';
import { ALL_SETS } from './metrics.ts';
import {
  ACTIONS,
  CLOCK_CONDITIONS,
  CLOCKS,
  DIVISIONS,
  type Division,
  inPeriod,
  NEAR,
  OPEN,
  OUTCOMES,
  RECEIVED,
  TO,
  TOOK,
  WORKED_BY,
} from './sets.ts';

/** A period; zone where a query divides by days or hours. */
export const Span = z.object({ from: z.date(), to: z.date(), zone: z.string() });
const TENANT = 'tenant = {tenant:String}';
const Count = z.int().min(0);

const Counted = z.object({ key: z.string(), count: Count });

const DATE = (moment: string) => `toString(toDate32(${moment}, {zone:String}))`;
const Divided = z.object({ figure: z.string(), key: z.string(), count: Count });

/**
 * Counts the same rows by several things in one pass: each a name and an expression.
 * Rows `figure, key, count`, the largest first.
 */
function inOnePass(parts: Readonly<Record<string, string>>, from: string, having = ''): string {
  const all = Object.entries(parts);
  const columns = all.map((_, index) => `part_${index}`);
  // grouping() has a bit for each part, the first the highest, set for those that a row is not about.
  const masks = all.map((_, index) => 2 ** all.length - 1 - 2 ** (all.length - 1 - index));
  const names = all.map(([name]) => `'${name}'`);
  return `SELECT transform(grouping(${columns.join(', ')}), [${masks.join(', ')}], [${names.join(', ')}], '') AS figure,
  concat(${columns.join(', ')}) AS key, count() AS count
FROM (SELECT ${all.map(([, column], index) => `${column} AS part_${index}`).join(',\n  ')}
${from}) GROUP BY GROUPING SETS (${columns.map((column) => `(${column})`).join(', ')})
${having} ORDER BY figure, count DESC, key LIMIT 1000 BY figure`;
}

/** What was received: divided by everything it is divided by, and by day. */
export const received = defineTenantQuery({
  name: 'received',
  params: Span,
  row: Divided,
  sql: inOnePass({ ...DIVISIONS, day: DATE('filed_at') }, RECEIVED),
});
/** One division of what was received, in the words of the whole: for a panel. */
export const receivedBy = (name: Division): string =>
  `SELECT key, count FROM (${received.sql}) WHERE figure = '${name}' ORDER BY count DESC, key`;

/** Resolved by day (a request once a day), and why requests were closed without a solution (a request once a period). */
export const changes = defineTenantQuery({
  name: 'changes',
  params: Span,
  row: Divided,
  sql: inOnePass(
    {
      resolved: `if(status = 'resolved' AND toDate32(following, {zone:String}) > toDate32(at, {zone:String}), ${DATE('at')}, '')`,
      'cancel-reason': `if(status = 'cancelled' AND following >= ${TO}, reason, '')`,
      'decline-reason': `if(status = 'declined' AND following >= ${TO}, reason, '')`,
    },
    `FROM status_facts WHERE ${TENANT} AND ${NEAR} AND status IN ('resolved', 'cancelled', 'declined') AND ${inPeriod('at')}`,
    // A row counts for one of the parts and is empty in the others.
    "HAVING key != ''",
  ),
});

/** Changes of status within the period, what was open at its end, and promises: everything that is compared with another period. */
export const totals = defineTenantQuery({
  name: 'totals',
  params: Span,
  row: Counted,
  sql: `SELECT 'received' AS key, count() AS count ${RECEIVED}
UNION ALL
SELECT status AS key, count() AS count FROM status_facts
WHERE ${TENANT} AND ${NEAR} AND status IN (${OUTCOMES.map((one) => `'${one}'`).join(', ')})
  AND ${inPeriod('at')} AND following >= ${TO} GROUP BY key
UNION ALL
SELECT 'open' AS key, count() AS count FROM (${OPEN})
UNION ALL
SELECT promise.1 AS key, promise.2 AS count FROM (
  SELECT [('kept', countIf(ifNull(${CLOCK_CONDITIONS.kept}, 0))), ('broken', countIf(ifNull(${CLOCK_CONDITIONS.broken}, 0)))] AS promises
  ${CLOCKS} AND started_at < ${TO}) ARRAY JOIN promises AS promise`,
});

export const open = defineTenantQuery({
  name: 'open',
  params: Span,
  row: z.object({ count: Count }),
  sql: `SELECT count() AS count FROM (${OPEN})`,
});

/** Medians and 95th percentiles, in milliseconds; exact, of the values themselves. */
export const times = defineTenantQuery({
  name: 'times',
  params: Span,
  row: z.object({ key: z.string(), count: Count, p50: z.number().nullable(), p95: z.number().nullable() }),
  sql: `SELECT key, count() AS count, nullIf(quantileExact(0.5)(took), nan) AS p50, nullIf(quantileExact(0.95)(took), nan) AS p95
FROM (${TOOK}) GROUP BY key`,
});

const clockCounts = Object.keys(CLOCK_CONDITIONS) as (keyof typeof CLOCK_CONDITIONS)[];
export const clocks = defineTenantQuery({
  name: 'clocks',
  params: Span,
  row: z.object({
    rule: z.string(),
    clause: z.string(),
    kept: Count,
    broken: Count,
    cancelled: Count,
    warned: Count,
    running: Count,
  }),
  sql: `SELECT rule, max(clause) AS clause,
  ${clockCounts.map((name) => `countIf(ifNull(${CLOCK_CONDITIONS[name]}, 0)) AS ${name}`).join(',\n  ')}
${CLOCKS} AND started_at < ${TO} GROUP BY rule
HAVING kept + broken + cancelled + warned + running > 0 ORDER BY clause, rule`,
});

export const employees = defineTenantQuery({
  name: 'employees',
  params: Span,
  row: z.object({
    id: z.string(),
    name: z.string(),
    registered: Count,
    moderated: Count,
    assigned: Count,
    replied: Count,
    called: Count,
    resolved: Count,
    cancelled: Count,
    declined: Count,
  }),
  // Who only takes calls down is named by no event of a request: then by what was said of the staff.
  sql: `SELECT staff_id AS id, ifNull(nullIf(argMax(staff_name, (staff_name != '', at)), ''), any(known_as)) AS name,
  ${ACTIONS.map((action) => `countIf(action = '${action}' AND following >= ${TO}) AS ${action}`).join(',\n  ')}
${WORKED_BY}
GROUP BY staff_id ORDER BY name, id LIMIT 1000`,
});

/** Of each promise the hour of the tenant's day in which most of its breaches fell, and how many. */
export const worstHours = defineTenantQuery({
  name: 'worst hours',
  params: Span,
  row: z.object({ rule: z.string(), hour: z.int().min(0).max(23), count: Count }),
  sql: `SELECT rule, toHour(assumeNotNull(broken_at), {zone:String}) AS hour, count() AS count
${CLOCKS} AND ifNull(${CLOCK_CONDITIONS.broken}, 0) GROUP BY rule, hour ORDER BY rule, count DESC, hour`,
});

const Page = Span.extend({ key: z.string(), limit: z.int().min(1).max(500), offset: z.int().min(0).max(1_000_000) });
const Moment = z.iso.datetime({ precision: 3 });
const Listed = z.object({
  requestId: z.uuid(),
  number: z.string(),
  submittedAt: Moment.nullable(),
  category: z.string(),
  channel: z.string(),
  status: z.string(),
  agent: z.string(),
  summary: z.string(),
});

/** The requests behind a figure, newest first. */
export const requestsBehind = new Map(
  Object.entries(ALL_SETS).map(([metric, set]) => [
    metric,
    defineTenantQuery({
      name: `requests behind ${metric}`,
      params: Page,
      row: Listed,
      sql: `SELECT toString(request_id) AS requestId, number, submitted_at AS submittedAt, category, channel, status,
  agent_name AS agent, summary
FROM requests WHERE tenant = {tenant:String} AND request_id IN (${set})
ORDER BY submitted_at DESC, request_id LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
    }),
  ]),
);

export const countBehind = new Map(
  Object.entries(ALL_SETS).map(([metric, set]) => [
    metric,
    defineTenantQuery({
      name: `count behind ${metric}`,
      params: Page.pick({ from: true, to: true, zone: true, key: true }),
      row: z.object({ count: Count }),
      sql: `SELECT uniqExact(request_id) AS count FROM (${set})`,
    }),
  ]),
);

/** For the ledger: what is archived, per tenant, source and type. Every event counts once, however often it came. */
export const archived = defineQuery({
  name: 'archived',
  params: z.object({}),
  row: z.object({ tenant: z.string(), source: z.string(), type: z.string(), count: Count }),
  sql: 'SELECT tenant, source, type, uniqExact(id) AS count FROM events GROUP BY tenant, source, type ORDER BY tenant, source, type',
});
