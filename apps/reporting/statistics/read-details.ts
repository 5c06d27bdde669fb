import { prepare } from '@reglament/domain/calendar';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Instant, isoOf, localDate } from '@reglament/domain/time';
import { type Archive, spanOf } from './archive.ts';
import * as queries from './detail-queries.ts';
import type { Details, TimeDetail } from './details-shape.ts';
import { BACK, forecastOf } from './forecast.ts';
import { Names } from './names.ts';
import { datesOf, type Period, periodBefore, rangeOf, startOf, yearBefore } from './period.ts';
import * as figures from './queries.ts';
import { allQuestions, questions } from './question-queries.ts';
import { readTotals } from './read-statistics.ts';
import type { TimeName } from './sets.ts';
import { workingTimes } from './working-times.ts';

/** Hardly anything that ends in a period began more than a year before it. */
const USUALLY_WITHIN = 400 * 86_400_000;

/** The finer figures of a period, named in the language. Nothing is counted here; working time is that of the domain's calendar. */
export async function readDetails(
  archive: Archive,
  regulation: Regulation,
  period: Period,
  now: Instant,
  language: Language,
): Promise<Details> {
  const { tenant } = regulation;
  const span = spanOf(period);
  const [received, changes, beside, asked, times, [backlog, forecast], lastYear] = await Promise.all([
    archive.ask(tenant, figures.received, span),
    archive.ask(tenant, figures.changes, span),
    archive.ask(tenant, queries.beside, span),
    readAsked(archive, tenant, period),
    readTimes(archive, regulation, period),
    readBacklogAndForecast(archive, tenant, period, now),
    readTotals(archive, tenant, yearBefore(period)),
  ]);
  const names = new Names(regulation, language);
  const of = (figure: string) => [...received, ...changes, ...beside].filter((row) => row.figure === figure);
  const named = (figure: string, name: (id: string) => string) =>
    of(figure).map(({ key, count }) => ({ key, name: name(key), count }));
  const count = (key: string) => of('said').find((row) => row.key === key)?.count ?? 0;
  return {
    from: period.firstDate,
    to: period.lastDate,
    heat: everyHourOfTheWeek(of('weekday-hour')),
    times,
    cancelReasons: named('cancel-reason', names.reason),
    declineReasons: named('decline-reason', names.reason),
    postponed: count('postponed'),
    postponeReasons: named('postpone-reason', names.reason),
    escalated: count('escalated'),
    incidents: count('incidents'),
    complaints: count('complaints'),
    calls: named('call-outcome', names.callOutcome),
    holding: named('holding', (id) => id),
    backlog,
    questions: asked,
    lastYear,
    forecast,
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

/** Times of the period, measured twice: on the wall clock and on the working calendar in force now. */
async function readTimes(
  archive: Archive,
  { tenant, calendar: spec }: Regulation,
  period: Period,
): Promise<Details['times']> {
  const calendar = prepare(spec);
  const askFrom = (from: number) =>
    archive.ask(tenant, workingTimes(calendar.openIntervals(from as Instant, period.to)), spanOf(period));
  const usual = period.from - USUALLY_WITHIN;
  const first = await askFrom(usual);
  // What began long before is measured by a calendar that begins as early.
  const earliest = Math.min(usual, ...first.map((row) => row.earliest));
  const rows = earliest < usual ? await askFrom(earliest) : first;
  const timeOf = (name: TimeName): TimeDetail => {
    const row = rows.find(({ key }) => key === name);
    return { count: row?.count ?? 0, elapsed: levelsOf(row?.elapsed), working: levelsOf(row?.working) };
  };
  return {
    placement: timeOf('placement'),
    assignment: timeOf('assignment'),
    answer: timeOf('answer'),
    resolution: timeOf('resolution'),
  };
}

const levelsOf = (levels: readonly [number, number, number] | undefined): TimeDetail['elapsed'] => {
  const [p50 = null, p90 = null, p95 = null] = levels ?? [];
  return { p50, p90, p95 };
};

type Backlog = Details['backlog'];

/**
 * The backlog of the period's days, and the forecast from that of the days before today. Where the two touch, as they do in the periods that
 * people look at, one question answers both.
 */
async function readBacklogAndForecast(
  archive: Archive,
  tenant: string,
  period: Period,
  now: Instant,
): Promise<[Backlog, Details['forecast']]> {
  const today = Temporal.PlainDate.from(localDate(now, period.timeZone));
  const past = rangeOf(today.subtract({ days: BACK }).toString(), today.toString(), period.timeZone);
  const apart = period.to < past.from || past.to < period.from;
  const both = rangeOf(
    earlier(past.firstDate, period.firstDate),
    later(past.lastDate, period.lastDate),
    period.timeZone,
  );
  const [ofPeriod, ofPast] = apart
    ? await Promise.all([period, past].map((one) => readBacklog(archive, tenant, one, now)))
    : await readBacklog(archive, tenant, both, now).then((all) => [all, all]);
  const within = (all: Backlog, one: Period) => all.filter(({ date }) => date >= one.firstDate && date <= one.lastDate);
  return [within(ofPeriod ?? [], period), forecastFrom(today, within(ofPast ?? [], past))];
}

/** Dates are ISO texts: their order is that of the letters. */
const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

async function readBacklog(archive: Archive, tenant: string, period: Period, now: Instant): Promise<Backlog> {
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
function forecastFrom(today: Temporal.PlainDate, backlog: Backlog): Details['forecast'] {
  const begun = backlog.findIndex(({ open }) => open > 0);
  if (begun < 0) return null;
  const forecast = forecastOf(backlog.slice(begun).map(({ open }) => open));
  if (forecast === null) return null;
  const days = forecast.days.map((open, index) => ({ date: today.add({ days: index + 1 }).toString(), open }));
  return { days, error: forecast.error, tried: forecast.tried };
}
