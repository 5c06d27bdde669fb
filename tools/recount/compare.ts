/** The statistics of every period on their surfaces beside what was counted from the log. */
import { spanOf } from '../../apps/reporting/statistics/archive.ts';
import * as finer from '../../apps/reporting/statistics/detail-queries.ts';
import { daysBetween, LONGEST_DAYS, type Period, periodOf, rangeOf } from '../../apps/reporting/statistics/period.ts';
import * as queries from '../../apps/reporting/statistics/queries.ts';
import { Progress } from '../replay/progress.ts';
import type { LogCase } from './events.ts';
import { type Figures, NAMES, type Shown, surfaces } from './surfaces.samples.ts';
import { type Kind, place, type Truth, Truths } from './truth.ts';

interface Ground extends Shown {
  readonly cases: readonly LogCase[];
}

const expected = (truth: Truth): Figures => ({
  received: truth.received,
  phone: truth.phone,
  resolved: truth.resolved,
  cancelled: truth.cancelled,
  reopened: truth.reopened,
  'handed-over': truth.handedOver,
  open: truth.open,
  'answer.p50': place(truth.answers, 0.5),
  'answer.p95': place(truth.answers, 0.95),
});

/** @param eachDay whether every surface is read of each day as well: thousands of pages */
export async function compareZone(ground: Ground, eachDay: boolean) {
  const truths = new Truths(ground.cases, ground.zone);
  const differences: string[] = [];
  let compared = 0;
  const compare = (where: string, wanted: Figures, seen: Figures) => {
    for (const [figure, value] of Object.entries(seen)) {
      compared += 1;
      const truth = wanted[figure] ?? null;
      if (value !== truth) differences.push(`${ground.zone}, ${where}, ${figure}: counted ${truth}, shown ${value}`);
    }
  };
  const compareSurfaces = async (period: Period, truth: Truth) => {
    for (const [surface, figures] of await surfaces(ground, period))
      compare(`${period.kind} of ${period.firstDate}, ${surface}`, expected(truth), figures);
  };
  const progress = new Progress(
    truths.of('month').size + truths.of('week').size + (eachDay ? truths.of('day').size : 0),
    () => `${ground.zone}: ${compared} figures compared, ${differences.length} differ`,
  );
  progress.start();
  await compareDays(ground, truths, compare);
  for (const kind of ['month', 'week'] as const satisfies readonly Kind[]) {
    for (const [first, truth] of truths.of(kind)) {
      const period = periodOf(kind, first, ground.zone);
      compare(`${kind} of ${first}, queries`, expected(truth), await asked(ground, period));
      await compareSurfaces(period, truth);
      progress.done += 1;
    }
  }
  for (const [day, truth] of eachDay ? truths.of('day') : []) {
    await compareSurfaces(periodOf('day', day, ground.zone), truth);
    progress.done += 1;
  }
  progress.stop();
  const [days, weeks, months] = [truths.of('day').size, truths.of('week').size, truths.of('month').size];
  return { differences, compared, days, weeks, months };
}

/** A year of days at once, as the page asks for a range: received and resolved of each day, open at its end. */
async function compareDays(
  { archive, regulation: { tenant }, zone }: Ground,
  truths: Truths,
  compare: (where: string, wanted: Figures, seen: Figures) => void,
): Promise<void> {
  const days = [...truths.of('day').keys()].sort();
  for (let at = 0; at < days.length; ) {
    const first = days[at] ?? '';
    const piece = days.slice(at).filter((day) => daysBetween(first, day) <= LONGEST_DAYS);
    at += piece.length;
    const span = spanOf(rangeOf(first, piece.at(-1) ?? first, zone));
    const byDay = (rows: readonly { figure: string; key: string; count: number }[], figure: string) =>
      new Map(rows.filter((row) => row.figure === figure).map(({ key, count }) => [key, count]));
    const received = byDay(await archive.ask(tenant, queries.received, span), 'day');
    const resolved = byDay(await archive.ask(tenant, queries.changes, span), 'resolved');
    const ends = piece.map((day) => periodOf('day', day, zone).to);
    const last = new Date(ends.at(-1) ?? 0);
    const backlog = await archive.ask(tenant, finer.backlog, { ...span, to: last });
    const open = new Map(backlog.map((row) => [row.moment, row.count]));
    for (const [index, day] of piece.entries()) {
      const truth = truths.of('day').get(day);
      if (truth === undefined) continue;
      compare(`day of ${day}`, expected(truth), {
        received: received.get(day) ?? 0,
        resolved: resolved.get(day) ?? 0,
        open: open.get(ends[index] ?? 0) ?? 0,
      });
    }
  }
}

/** By the named queries, as the API asks them. */
async function asked({ archive, regulation: { tenant } }: Ground, period: Period): Promise<Figures> {
  const span = spanOf(period);
  const totals = await archive.ask(tenant, queries.totals, span);
  const [open] = await archive.ask(tenant, queries.open, span);
  const received = await archive.ask(tenant, queries.received, span);
  const channels = received.filter(({ figure }) => figure === 'channel');
  const answer = (await archive.ask(tenant, queries.times, span)).find(({ key }) => key === 'answer');
  const of = (rows: readonly { key: string; count: number }[], name: string) =>
    rows.find(({ key }) => key === name)?.count ?? 0;
  return {
    ...Object.fromEntries(NAMES.map((name) => [name, of(totals, name)])),
    phone: of(channels, 'phone'),
    open: open?.count ?? 0,
    'answer.p50': answer?.p50 ?? null,
    'answer.p95': answer?.p95 ?? null,
  };
}
