import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Instant, isoOf } from '@reglament/domain/time';
import type { z } from 'zod';
import { type Archive, spanOf } from './archive.ts';
import { definitionsIn } from './definitions.ts';
import { Names } from './names.ts';
import { datesOf, type Period, periodBefore } from './period.ts';
import * as queries from './queries.ts';
import { DIVISIONS, type Division, type TimeName } from './sets.ts';
import type { Statistics, Totals } from './shapes.ts';

const TOP = 10;

interface Counted {
  readonly key: string;
  readonly count: number;
}
type ClockRow = z.output<(typeof queries.clocks)['row']>;

/** All figures of a period. Every number comes from one named query; nothing is counted here. */
export async function readStatistics(
  archive: Archive,
  regulation: Regulation,
  period: Period,
  now: Instant,
  language: Language,
): Promise<Statistics> {
  const { tenant } = regulation;
  const span = spanOf(period);
  const divided = async (name: Division) => [name, await archive.ask(tenant, queries.receivedBy[name], span)] as const;
  const [totals, previous, divisions, times, clocks, employees, series] = await Promise.all([
    readTotals(archive, tenant, period),
    readTotals(archive, tenant, periodBefore(period)),
    Promise.all((Object.keys(DIVISIONS) as Division[]).map(divided)),
    archive.ask(tenant, queries.times, span),
    archive.ask(tenant, queries.clocks, span),
    archive.ask(tenant, queries.employees, span),
    archive.ask(tenant, queries.series, span),
  ]);
  const names = new Names(regulation, language);
  const by = Object.fromEntries(divisions) as Record<Division, Counted[]>;
  const named = (rows: readonly Counted[], name: (id: string) => string) =>
    rows
      .filter(({ key }) => key !== '')
      .map(({ key, count }) => ({
        key,
        name: name(key),
        count,
        share: totals.received === 0 ? 0 : count / totals.received,
      }));
  const byCategory = named(by.category, names.category);
  return {
    tenant,
    period: period.kind,
    from: period.firstDate,
    to: period.lastDate,
    fromAt: isoOf(period.from),
    toAt: isoOf(period.to),
    timeZone: period.timeZone,
    isRunning: now < period.to,
    received: {
      total: totals.received,
      byChannel: named(by.channel, names.channel),
      byCategory,
      byEntryPoint: named(by['entry-point'], names.entryPoint),
      byProduct: named(by.product, names.product),
      byLanguage: named(by.language, names.language),
      byHour: everyHour(by.hour),
    },
    resolved: totals.resolved,
    open: totals.open,
    cancelled: totals.cancelled,
    declined: totals.declined,
    withdrawn: totals.withdrawn,
    reopened: totals.reopened,
    handedOver: totals.handedOver,
    times: {
      placement: timeOf(times, 'placement'),
      assignment: timeOf(times, 'assignment'),
      answer: timeOf(times, 'answer'),
      resolution: timeOf(times, 'resolution'),
    },
    clocks: clocks.map((clock) => ({ ...clock, name: names.clock(clock.rule) })),
    employees: employees.map((row) => ({ ...row, name: row.name || row.id })),
    topCategories: byCategory.slice(0, TOP),
    series: everyDate(period, series),
    previous,
    definitions: definitionsIn(language),
  };
}

/** The totals of a period: for itself, and for comparison with the next. */
export async function readTotals(archive: Archive, tenant: string, period: Period): Promise<Totals> {
  const span = spanOf(period);
  const [counted, open, clocks] = await Promise.all([
    archive.ask(tenant, queries.totals, span),
    archive.ask(tenant, queries.open, span),
    archive.ask(tenant, queries.clocks, span),
  ]);
  const of = (key: string) => counted.find((row) => row.key === key)?.count ?? 0;
  const sum = (figure: 'kept' | 'broken') =>
    clocks.reduce((total: number, clock: ClockRow) => total + clock[figure], 0);
  return {
    from: period.firstDate,
    to: period.lastDate,
    received: of('received'),
    resolved: of('resolved'),
    open: open[0]?.count ?? 0,
    cancelled: of('cancelled'),
    declined: of('declined'),
    withdrawn: of('withdrawn'),
    reopened: of('reopened'),
    handedOver: of('handed-over'),
    kept: sum('kept'),
    broken: sum('broken'),
  };
}

function timeOf(
  rows: readonly { key: string; count: number; p50: number | null; p95: number | null }[],
  name: TimeName,
) {
  const row = rows.find(({ key }) => key === name);
  if (row === undefined || row.count === 0) return { count: 0, p50: null, p95: null };
  return { count: row.count, p50: row.p50, p95: row.p95 };
}

const everyHour = (rows: readonly Counted[]) =>
  Array.from({ length: 24 }, (_, hour) => ({ hour, count: rows.find(({ key }) => Number(key) === hour)?.count ?? 0 }));

function everyDate(period: Period, rows: readonly { date: string; received: number; resolved: number }[]) {
  const known = new Map(rows.map((row) => [row.date, row]));
  return datesOf(period).map((date) => known.get(date) ?? { date, received: 0, resolved: 0 });
}
