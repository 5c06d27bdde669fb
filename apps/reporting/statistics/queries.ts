import { defineQuery, defineTenantQuery, type TenantQuery } from '@reglament/platform/clickhouse';
import { z } from 'zod';
import { ALL_SETS } from './metrics.ts';
import {
  ACTIONS,
  CLOCK_CONDITIONS,
  CLOCKS,
  changed,
  DIVISIONS,
  type Division,
  inPeriod,
  NEAR,
  OPEN,
  OUTCOMES,
  TIMES,
  TO,
  WORKED_BY,
} from './sets.ts';

/** A period; zone where a query divides by days or hours. */
export const Span = z.object({ from: z.date(), to: z.date(), zone: z.string() });
const Count = z.int().min(0);

const Counted = z.object({ key: z.string(), count: Count });

/** What was received, divided by something. */
export const receivedBy = Object.fromEntries(
  Object.entries(DIVISIONS).map(([name, column]) => [
    name,
    defineTenantQuery({
      name: `received by ${name}`,
      params: Span,
      row: Counted,
      sql: `SELECT ${column} AS key, count() AS count ${changed('received')}
GROUP BY key ORDER BY count DESC, key LIMIT 1000`,
    }),
  ]),
) as Record<Division, TenantQuery<typeof Span, typeof Counted>>;

/** Received, and what became of requests in the period, by status. */
export const totals = defineTenantQuery({
  name: 'totals',
  params: Span,
  row: Counted,
  sql: `SELECT status AS key, count() AS count FROM status_facts
WHERE tenant = {tenant:String} AND ${NEAR} AND status IN ('received', ${OUTCOMES.map((one) => `'${one}'`).join(', ')})
  AND ${inPeriod('at')} AND following >= ${TO}
GROUP BY key ORDER BY key`,
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
  sql: Object.entries(TIMES)
    .map(
      ([name, sql]) => `SELECT '${name}' AS key, count() AS count,
  nullIf(quantileExact(0.5)(took), nan) AS p50, nullIf(quantileExact(0.95)(took), nan) AS p95 FROM (${sql})`,
    )
    .join('\nUNION ALL\n'),
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

export const series = defineTenantQuery({
  name: 'series',
  params: Span,
  row: z.object({ date: z.string(), received: Count, resolved: Count }),
  sql: `SELECT toString(toDate32(at, {zone:String})) AS date, countIf(status = 'received') AS received, countIf(status = 'resolved') AS resolved
FROM status_facts
WHERE tenant = {tenant:String} AND ${NEAR} AND status IN ('received', 'resolved') AND ${inPeriod('at')}
  AND toDate32(following, {zone:String}) > toDate32(at, {zone:String})
GROUP BY date ORDER BY date`,
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
