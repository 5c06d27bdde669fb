/** The statistics of every period on their surfaces beside what was counted from the log. */
import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { type Archive, spanOf } from '../../apps/reporting/statistics/archive.ts';
import { csvLines } from '../../apps/reporting/statistics/csv.ts';
import * as finer from '../../apps/reporting/statistics/detail-queries.ts';
import { daysBetween, LONGEST_DAYS, type Period, periodOf, rangeOf } from '../../apps/reporting/statistics/period.ts';
import * as queries from '../../apps/reporting/statistics/queries.ts';
import { readDetails } from '../../apps/reporting/statistics/read-details.ts';
import { readStatistics } from '../../apps/reporting/statistics/read-statistics.ts';
import { SETS } from '../../apps/reporting/statistics/sets.ts';
import { toSheets } from '../../apps/reporting/statistics/sheets.ts';
import { asSent } from '../../deploy/grafana/src/macros.samples.ts';
import { inGrafana } from '../../deploy/grafana/src/query.ts';
import type { LogCase } from './events.ts';
import { type Kind, place, type Truth, Truths } from './truth.ts';

interface Ground {
  readonly house: ClickHouse;
  readonly archive: Archive;
  readonly regulation: Regulation;
  readonly cases: readonly LogCase[];
  readonly zone: string;
}

type Figures = Readonly<Record<string, number | null>>;

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

/** Long after the last event: no period runs. */
const NOW = Date.parse('2030-01-01T00:00:00Z') as Instant;

export async function compareZone(ground: Ground) {
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
  await compareDays(ground, truths, compare);
  for (const kind of ['week', 'month'] as const satisfies readonly Kind[]) {
    for (const [first, truth] of truths.of(kind)) {
      const period = periodOf(kind, first, ground.zone);
      compare(`${kind} of ${first}, queries`, expected(truth), await asked(ground, period));
      if (kind !== 'month') continue;
      for (const [surface, figures] of await surfaces(ground, period)) {
        compare(`${kind} of ${first}, ${surface}`, expected(truth), figures);
      }
    }
  }
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
    const series = new Map((await archive.ask(tenant, queries.series, span)).map((row) => [row.date, row]));
    const ends = piece.map((day) => periodOf('day', day, zone).to);
    const last = new Date(ends.at(-1) ?? 0);
    const backlog = await archive.ask(tenant, finer.backlog, { ...span, to: last });
    const open = new Map(backlog.map((row) => [row.moment, row.count]));
    for (const [index, day] of piece.entries()) {
      const truth = truths.of('day').get(day);
      if (truth === undefined) continue;
      compare(`day of ${day}`, expected(truth), {
        received: series.get(day)?.received ?? 0,
        resolved: series.get(day)?.resolved ?? 0,
        open: open.get(ends[index] ?? 0) ?? 0,
      });
    }
  }
}

const NAMES = ['received', 'resolved', 'cancelled', 'reopened', 'handed-over'] as const;

/** By the named queries, as the API asks them. */
async function asked({ archive, regulation: { tenant } }: Ground, period: Period): Promise<Figures> {
  const span = spanOf(period);
  const totals = await archive.ask(tenant, queries.totals, span);
  const [open] = await archive.ask(tenant, queries.open, span);
  const channels = await archive.ask(tenant, queries.receivedBy.channel, span);
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

/** The page's own answer, the table, the workbook's rows and Grafana's SQL with its macros expanded. */
async function surfaces(ground: Ground, period: Period): Promise<[string, Figures][]> {
  const { archive, regulation, house, zone } = ground;
  const statistics = await readStatistics(archive, regulation, period, NOW, 'en');
  const details = await readDetails(archive, regulation, period, NOW, 'en');
  const csv = new Map(
    [...csvLines({ statistics, details }, 'en')].map((line) => {
      const [, , figure, key, , value] = line.split(',');
      return [`${figure} ${key}`, value];
    }),
  );
  const sheet = new Map(toSheets({ statistics, details }, 'en')[0]?.rows.map((row) => [`${row[0]} ${row[2]}`, row[4]]));
  const read = (rows: ReadonlyMap<string, unknown>): Figures => {
    const number = (name: string) => {
      const value = rows.get(name);
      return value === undefined || value === null || value === '' ? null : Number(value);
    };
    const seconds = (name: string) => {
      const value = number(name);
      return value === null ? null : Math.round(value * 1000);
    };
    return {
      ...Object.fromEntries([...NAMES, 'open'].map((name) => [name, number(`${name} `)])),
      phone: number('channel phone') ?? 0,
      'answer.p50': seconds('time-answer.elapsed.p50 '),
      'answer.p95': seconds('time-answer.elapsed.p95 '),
    };
  };
  const range = {
    from: period.from,
    to: period.to - 1,
    intervalSeconds: 3600,
    variables: { tenant: regulation.tenant, zone },
  };
  const grafana: Record<string, number> = {};
  for (const name of [...NAMES, 'open'] as const) {
    const sql = asSent(inGrafana(`SELECT uniqExact(request_id) AS count FROM (${SETS[name]})`), range);
    const rows = await (await house.client.query({ query: sql, format: 'JSONEachRow' })).json<{ count: number }>();
    grafana[name] = Number(rows[0]?.count ?? 0);
  }
  return [
    ['CSV', read(csv)],
    ['XLSX', read(sheet)],
    ['Grafana', grafana],
  ];
}
