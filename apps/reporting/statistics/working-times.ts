import { defineTenantQuery } from '@reglament/platform/clickhouse';
import { z } from 'zod';
import { Span } from './queries.ts';
import { TOOK } from './sets.ts';

/** A stretch of open hours, `[from, to)`. */
export interface Open {
  readonly from: number;
  readonly to: number;
}

/** Median, 90th and 95th percentile in milliseconds, exact. */
const Levels = z.tuple([z.number(), z.number(), z.number()]);

const SPANS = `SELECT key, toUnixTimestamp64Milli(begun_at) AS begun, begun + took AS ended FROM (${TOOK})`;

/** Stretches of open hours with what was open before each, in milliseconds. They are told by their lengths and the gaps between them, which is shorter. */
function calendarOf(open: readonly Open[]): string {
  const lengths = open.flatMap(({ from, to }, index) => [from - (open[index - 1]?.to ?? 0), to - from]);
  return `WITH arrayCumSum(arrayMap(length -> toInt64(length), [${lengths.length === 0 ? '0,0' : lengths.join(',')}])) AS edges,
  arrayFilter((edge, place) -> place % 2 = 1, edges, arrayEnumerate(edges)) AS opens,
  arrayFilter((edge, place) -> place % 2 = 0, edges, arrayEnumerate(edges)) AS closes,
  arrayCumSum(arrayMap((opened, closed) -> closed - opened, opens, closes)) AS sums
SELECT 1 AS one, opened, closed, summed - (closed - opened) AS before FROM (SELECT 1) ARRAY JOIN opens AS opened, closes AS closed, sums AS summed`;
}

/** Adds how long the hotline had been open up to a moment: the sum before the last opening, and what of that stretch had passed. */
const worked = (name: string, moment: string, open: readonly Open[], spans: string): string =>
  `SELECT spans.*, before + least(${moment}, closed) - opened AS ${name} FROM (${spans}) AS spans
ASOF LEFT JOIN (${calendarOf(open)}) AS calendar ON spans.one = calendar.one AND spans.${moment} >= calendar.opened`;

/**
 * How long things took, by the clock on the wall and by the working calendar, counted where they lie: nothing is carried to the service.
 * @param open the calendar's open hours, ascending, from before `earliest` of the answer to the period's end: else ask again with more
 */
export const workingTimes = (open: readonly Open[]) =>
  defineTenantQuery({
    name: 'times by the working calendar',
    params: Span,
    row: z.object({ key: z.string(), count: z.int().min(0), earliest: z.number(), elapsed: Levels, working: Levels }),
    sql: `SELECT key, count() AS count, min(begun) AS earliest,
  quantilesExact(0.5, 0.9, 0.95)(ended - begun) AS elapsed, quantilesExact(0.5, 0.9, 0.95)(worked_after - worked_before) AS working
FROM (${worked('worked_after', 'ended', open, worked('worked_before', 'begun', open, `SELECT *, 1 AS one FROM (${SPANS})`))})
GROUP BY key`,
  });
