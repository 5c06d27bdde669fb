import { prepare } from '@reglament/domain/calendar';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Instant, isoOf, localDate } from '@reglament/domain/time';
import { type Archive, spanOf } from './archive.ts';
import * as queries from './detail-queries.ts';
import type { Details, TimeDetail } from './details-shape.ts';
import { BACK, forecastOf } from './forecast.ts';
import { Names } from './names.ts';
import { datesOf, type Period, periodBefore, rangeOf, startOf, yearBefore } from './period.ts';
import { allQuestions, questions } from './question-queries.ts';
import { readTotals } from './read-statistics.ts';
import type { TimeName } from './sets.ts';

/** Spans fetched at once: some 10 MB of JSON. */
const AT_ONCE = 50_000;
const NO_UUID = '00000000-0000-0000-0000-000000000000';

/** The finer figures of a period, named in the language. Counts come from one query each; working time from the domain's calendar. */
export async function readDetails(
  archive: Archive,
  regulation: Regulation,
  period: Period,
  now: Instant,
  language: Language,
): Promise<Details> {
  const { tenant } = regulation;
  const span = spanOf(period);
  const [heat, cancelReasons, declineReasons, postponeReasons, calls, holding, said, asked] = await Promise.all([
    archive.ask(tenant, queries.heat, span),
    archive.ask(tenant, queries.cancelReasons, span),
    archive.ask(tenant, queries.declineReasons, span),
    archive.ask(tenant, queries.postponeReasons, span),
    archive.ask(tenant, queries.calls, span),
    archive.ask(tenant, queries.holding, span),
    archive.ask(tenant, queries.said, span),
    readAsked(archive, tenant, period),
  ]);
  const timeOf = (name: TimeName) => readTime(archive, regulation, period, name);
  const [placement, assignment, answer, resolution] = await Promise.all([
    timeOf('placement'),
    timeOf('assignment'),
    timeOf('answer'),
    timeOf('resolution'),
  ]);
  const names = new Names(regulation, language);
  const named = (rows: readonly { key: string; count: number }[], name: (id: string) => string) =>
    rows.map(({ key, count }) => ({ key, name: name(key), count }));
  const count = (key: string) => said.find((row) => row.key === key)?.count ?? 0;
  return {
    from: period.firstDate,
    to: period.lastDate,
    heat: everyHourOfTheWeek(heat),
    times: { placement, assignment, answer, resolution },
    cancelReasons: named(cancelReasons, names.reason),
    declineReasons: named(declineReasons, names.reason),
    postponed: count('postponed'),
    postponeReasons: named(postponeReasons, names.reason),
    escalated: count('escalated'),
    incidents: count('incidents'),
    complaints: count('complaints'),
    calls: named(calls, names.callOutcome),
    holding: named(holding, (id) => id),
    backlog: await readBacklog(archive, tenant, period, now),
    questions: asked,
    lastYear: await readTotals(archive, tenant, yearBefore(period)),
    forecast: await readForecast(archive, tenant, period.timeZone, now),
  };
}

/** What was asked most, with the same groups in the period before. */
async function readAsked(archive: Archive, tenant: string, period: Period): Promise<Details['questions']> {
  const [now, before] = await Promise.all([
    archive.ask(tenant, questions, spanOf(period)),
    archive.ask(tenant, allQuestions, spanOf(periodBefore(period))),
  ]);
  const counts = new Map(before.map(({ key, count }) => [key, count]));
  return now.map(({ key, wording: name, count }) => ({ key, name, count, before: counts.get(key) ?? 0 }));
}

/** 168 hours, Monday first, those without requests too. */
function everyHourOfTheWeek(rows: readonly { key: string; count: number }[]): Details['heat'] {
  const known = new Map(rows.map(({ key, count }) => [key, count]));
  return Array.from({ length: 168 }, (_, index) => {
    const weekday = Math.floor(index / 24) + 1;
    const hour = index % 24;
    const key = `${weekday}-${String(hour).padStart(2, '0')}`;
    return { key, weekday, hour, count: known.get(key) ?? 0 };
  });
}

/** Every span of the period, measured twice: on the wall clock and on the working calendar. Pages follow the request's id. */
async function readTime(
  archive: Archive,
  { tenant, calendar: spec }: Regulation,
  period: Period,
  name: TimeName,
): Promise<TimeDetail> {
  const calendar = prepare(spec);
  const elapsed: number[] = [];
  const working: number[] = [];
  const query = queries.spansOf(name);
  for (let after = NO_UUID; ; ) {
    const rows = await archive.ask(tenant, query, { ...spanOf(period), after, limit: AT_ONCE });
    for (const { begun, took } of rows) {
      elapsed.push(took);
      working.push(calendar.between(begun as Instant, (begun + took) as Instant));
    }
    const last = rows.at(-1);
    if (rows.length < AT_ONCE || last === undefined) break;
    after = last.id;
  }
  return { count: elapsed.length, elapsed: quantilesOf(elapsed), working: quantilesOf(working) };
}

/** The value at place ⌊level × n⌋ of the sorted list, as ClickHouse's exact quantiles have it. */
function quantilesOf(values: number[]): TimeDetail['elapsed'] {
  values.sort((a, b) => a - b);
  const at = (level: number) => values[Math.min(values.length - 1, Math.floor(level * values.length))] ?? null;
  return { p50: at(0.5), p90: at(0.9), p95: at(0.95) };
}

async function readBacklog(
  archive: Archive,
  tenant: string,
  period: Period,
  now: Instant,
): Promise<Details['backlog']> {
  const days = datesOf(period)
    .map((date) => ({ date, at: startOf(date, period.timeZone) }))
    .filter(({ at }) => at <= now);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await archive.ask(tenant, queries.backlog, {
    from: new Date(first.at),
    to: new Date(last.at),
    zone: period.timeZone,
  });
  const known = new Map(rows.map((row) => [row.moment, row]));
  return days.map(({ date, at }) => {
    const row = known.get(at);
    const ages = { p50: row?.p50 ?? null, p90: row?.p90 ?? null, oldest: row?.oldest ?? null };
    return { date, at: isoOf(at), open: row?.count ?? 0, ...ages };
  });
}

/** From the backlog at the start of today and of the days before it, as far back as anything was open. */
async function readForecast(
  archive: Archive,
  tenant: string,
  timeZone: string,
  now: Instant,
): Promise<Details['forecast']> {
  const today = Temporal.PlainDate.from(localDate(now, timeZone));
  const past = rangeOf(today.subtract({ days: BACK }).toString(), today.toString(), timeZone);
  const backlog = await readBacklog(archive, tenant, past, now);
  const begun = backlog.findIndex(({ open }) => open > 0);
  if (begun < 0) return null;
  const forecast = forecastOf(backlog.slice(begun).map(({ open }) => open));
  if (forecast === null) return null;
  const days = forecast.days.map((open, index) => ({ date: today.add({ days: index + 1 }).toString(), open }));
  return { days, error: forecast.error, tried: forecast.tried };
}
