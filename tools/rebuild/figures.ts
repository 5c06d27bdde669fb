/** Every figure of every hotline's months in two archives, byte for byte. */
import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { Archive, type Figures, periodOf, readFigures } from '@reglament/reporting/archive';

/** A month whose figures are not the same. */
export interface OtherFigures {
  readonly tenant: string;
  /** Its first day. */
  readonly month: string;
  /** Where they differ: the path of the first value, and both values. */
  readonly where: string;
}

/** Looks at a month again so often while events come in: of two looks one may know more. */
const LOOKS = 5;

/** Everything that is counted of a month. */
export const figuresOf = (house: ClickHouse, regulation: Regulation, month: string, now: Instant): Promise<Figures> =>
  readFigures(
    new Archive(house),
    regulation,
    periodOf('month', month, regulation.calendar.timeZone),
    now,
    regulation.languages[0],
  );

/** The months of a hotline, by its calendar, in which anything happened; their first days. */
export async function monthsOf({ client, database }: ClickHouse, { tenant, calendar }: Regulation): Promise<string[]> {
  const answer = await client.query({
    query: `SELECT DISTINCT toString(toStartOfMonth(toTimeZone(occurred_at, {zone:String}))) AS month
      FROM ${database}.events WHERE tenant = {tenant:String} AND fault = '' ORDER BY month`,
    query_params: { tenant, zone: calendar.timeZone },
    format: 'JSONEachRow',
  });
  return (await answer.json<{ month: string }>()).map(({ month }) => month);
}

/**
 * Where two archives show something else of a month. While events come in the two are read until they agree, `catchUp` in between.
 * @returns undefined when they are the same byte for byte
 */
export async function compareMonth(
  old: ClickHouse,
  fresh: ClickHouse,
  regulation: Regulation,
  month: string,
  now: Instant,
  catchUp: () => Promise<void>,
): Promise<OtherFigures | undefined> {
  for (let look = 1; ; look++) {
    const [before, after] = [
      await figuresOf(old, regulation, month, now),
      await figuresOf(fresh, regulation, month, now),
    ];
    if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
    if (look === LOOKS) return { tenant: regulation.tenant, month, where: firstDifference(before, after) };
    await catchUp();
  }
}

/** The path of the first value that differs, and both values. */
export function firstDifference(one: unknown, other: unknown, path = ''): string {
  if (isObject(one) && isObject(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (JSON.stringify(one[key]) !== JSON.stringify(other[key]))
        return firstDifference(one[key], other[key], path === '' ? key : `${path}.${key}`);
    }
  }
  return `${path}: ${JSON.stringify(one)} → ${JSON.stringify(other)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
