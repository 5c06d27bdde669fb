import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Instant, isoOf } from '@reglament/domain/time';
import { type Archive, spanOf } from './archive.ts';
import { definitionsIn } from './definitions.ts';
import { Names } from './names.ts';
import { datesOf, type Period, periodBefore } from './period.ts';
import { isPromised } from './promised.ts';
import * as queries from './queries.ts';
import type { Division, TimeName } from './sets.ts';
import type { Statistics, Totals } from './shapes.ts';

const TOP = 10;

interface Counted {
  readonly key: string;
  readonly count: number;
}

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
  const [totals, previous, received, changes, times, clocks, employees] = await Promise.all([
    readTotals(archive, tenant, period),
    readTotals(archive, tenant, periodBefore(period)),
    archive.ask(tenant, queries.received, span),
    archive.ask(tenant, queries.changes, span),
    archive.ask(tenant, queries.times, span),
    archive.ask(tenant, queries.clocks, span),
    archive.ask(tenant, queries.employees, span),
  ]);
  const names = new Names(regulation, language);
  const by = (figure: Division | 'day') => received.filter((row) => row.figure === figure);
  const named = (division: Division, name: (id: string) => string) =>
    by(division)
      .filter(({ key }) => key !== '')
      .map(({ key, count }) => ({
        key,
        name: name(key),
        count,
        share: totals.received === 0 ? 0 : count / totals.received,
      }));
  const byCategory = named('category', names.category);
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
      byChannel: named('channel', names.channel),
      byCategory,
      byEntryPoint: named('entry-point', names.entryPoint),
      byProduct: named('product', names.product),
      byLanguage: named('language', names.language),
      byHour: everyHour(by('hour')),
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
    clocks: clocks.map((clock) => ({
      ...clock,
      name: names.clock(clock.rule),
      promise: isPromised(regulation, clock.rule),
    })),
    employees: employees.map((row) => ({ ...row, name: row.name || row.id })),
    topCategories: byCategory.slice(0, TOP),
    series: everyDate(
      period,
      by('day'),
      changes.filter(({ figure }) => figure === 'resolved'),
    ),
    previous,
    definitions: definitionsIn(language),
  };
}

/** The totals of a period: for itself, and for comparison with the next. */
export async function readTotals(archive: Archive, tenant: string, period: Period): Promise<Totals> {
  const span = spanOf(period);
  const counted = await archive.ask(tenant, queries.totals, span);
  const of = (key: string) => counted.find((row) => row.key === key)?.count ?? 0;
  return {
    from: period.firstDate,
    to: period.lastDate,
    received: of('received'),
    resolved: of('resolved'),
    open: of('open'),
    cancelled: of('cancelled'),
    declined: of('declined'),
    withdrawn: of('withdrawn'),
    reopened: of('reopened'),
    handedOver: of('handed-over'),
    kept: of('kept'),
    broken: of('broken'),
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

function everyDate(period: Period, received: readonly Counted[], resolved: readonly Counted[]) {
  const countsOf = (rows: readonly Counted[]) => new Map(rows.map(({ key, count }) => [key, count]));
  const [came, went] = [countsOf(received), countsOf(resolved)];
  return datesOf(period).map((date) => ({ date, received: came.get(date) ?? 0, resolved: went.get(date) ?? 0 }));
}
