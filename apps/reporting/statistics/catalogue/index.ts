import type { Language } from '@reglament/domain/regulation';
import type { TenantQuery } from '@reglament/platform/clickhouse';
import { definitions } from '../definitions.ts';
import * as finer from '../detail-queries.ts';
import type { Details } from '../details-shape.ts';
import * as queries from '../queries.ts';
import { allQuestions, questions } from '../question-queries.ts';
import { ACTIONS } from '../sets.ts';
import type { Statistics, Totals } from '../shapes.ts';
import { workingTimes } from '../working-times.ts';
import { moreDefinitions } from './definitions.ts';
import { names, type Texts } from './names.ts';

/** All figures of one period, in one language. */
export interface Figures {
  readonly statistics: Statistics;
  readonly details: Details;
}

export type Unit = 'requests' | 'events' | 'calls' | 'clocks' | 'seconds';

/** One number: what it is divided by (an id and its name), and which part of the figure it is (`elapsed.p50`). */
export interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly part: string;
  readonly value: number | null;
}

/** A statistic as every surface shows it: page, API, CSV, XLSX, PDF, Grafana, docs. */
export interface StatisticDefinition {
  readonly id: string;
  readonly unit: Unit;
  readonly name: Texts;
  readonly definition: Texts;
  /** The queries its numbers come from, whole; nothing is counted beside them. */
  readonly queries: readonly TenantQuery[];
  /** The metric of `GET /statistics/requests` that lists the requests behind a number; null where a number has none. */
  readonly drillDown: string | null;
  rows(figures: Figures): readonly FigureRow[];
}

type Rows = StatisticDefinition['rows'];
const EMPLOYEE = 'employee';

function statistic(
  id: string,
  unit: Unit,
  from: readonly TenantQuery[],
  rows: Rows,
  drillDown: string | null = id,
): StatisticDefinition {
  const name = names[id];
  const definition =
    moreDefinitions[id] ?? definitions[id] ?? (id.startsWith(EMPLOYEE) ? definitions[EMPLOYEE] : undefined);
  if (name === undefined || definition === undefined)
    throw new Error(`The statistic ${id} has no name or no definition`);
  return { id, unit, name, definition, queries: from, drillDown, rows };
}

const one = (value: number | null): readonly FigureRow[] => [{ key: '', name: '', part: '', value }];
const divided = (rows: readonly { key: string; name?: string; count: number }[]): readonly FigureRow[] =>
  rows.map(({ key, name = '', count }) => ({ key, name, part: '', value: count }));
const secondsOf = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

const totals = (
  [
    ['resolved', (s) => s.resolved],
    ['cancelled', (s) => s.cancelled],
    ['declined', (s) => s.declined],
    ['withdrawn', (s) => s.withdrawn],
    ['reopened', (s) => s.reopened],
    ['handed-over', (s) => s.handedOver],
  ] as const satisfies readonly (readonly [string, (s: Statistics) => number])[]
).map(([id, read]) => statistic(id, 'requests', [queries.totals], ({ statistics }) => one(read(statistics))));

const said = (['postponed', 'escalated', 'incidents', 'complaints'] as const).map((id) =>
  statistic(id, 'events', [finer.beside], ({ details }) => one(details[id])),
);

const received = (
  [
    ['channel', 'byChannel'],
    ['category', 'byCategory'],
    ['entry-point', 'byEntryPoint'],
    ['product', 'byProduct'],
    ['language', 'byLanguage'],
  ] as const
).map(([id, by]) =>
  statistic(id, 'requests', [queries.received], ({ statistics }) => divided(statistics.received[by])),
);

const times = (['placement', 'assignment', 'answer', 'resolution'] as const).map((time) =>
  statistic(`time-${time}`, 'seconds', [queries.times, workingTimes([])], ({ details }) => {
    const { count, elapsed, working } = details.times[time];
    const row = (part: string, value: number | null): FigureRow => ({ key: '', name: '', part, value });
    return [
      row('count', count),
      ...(['p50', 'p90', 'p95'] as const).map((level) => row(`elapsed.${level}`, secondsOf(elapsed[level]))),
      ...(['p50', 'p90', 'p95'] as const).map((level) => row(`working.${level}`, secondsOf(working[level]))),
    ];
  }),
);

const clocks = (['kept', 'warned', 'broken', 'cancelled', 'running'] as const).map((figure) =>
  statistic(figure === 'cancelled' ? 'clock-cancelled' : figure, 'clocks', [queries.clocks], ({ statistics }) =>
    statistics.clocks.map((clock) => ({
      key: clock.rule,
      name: `${clock.clause} ${clock.name}`,
      part: '',
      value: clock[figure],
    })),
  ),
);

const reasons = (
  [
    ['cancel-reason', 'cancelReasons', 'requests', queries.changes],
    ['decline-reason', 'declineReasons', 'requests', queries.changes],
    ['postpone-reason', 'postponeReasons', 'events', finer.beside],
    ['call-outcome', 'calls', 'calls', finer.beside],
  ] as const
).map(([id, read, unit, query]) => statistic(id, unit, [query], ({ details }) => divided(details[read])));

const employees = ACTIONS.map((action) =>
  statistic(`employee-${action}`, 'requests', [queries.employees], ({ statistics }) =>
    statistics.employees.map((person) => ({ key: person.id, name: person.name, part: '', value: person[action] })),
  ),
);

const TOTALS = [
  'received',
  'resolved',
  'open',
  'cancelled',
  'declined',
  'withdrawn',
  'reopened',
  'handedOver',
  'kept',
  'broken',
] as const satisfies readonly (keyof Totals)[];
const compared =
  (read: (figures: Figures) => Totals): Rows =>
  (figures) =>
    TOTALS.map((part) => ({ key: '', name: '', part, value: read(figures)[part] }));
const comparedBy = [queries.totals];

/** The catalogue: what the platform counts, in the order in which it is shown. */
export const catalogue: readonly StatisticDefinition[] = [
  statistic('received', 'requests', [queries.totals], ({ statistics }) => one(statistics.received.total)),
  statistic('open', 'requests', [queries.open], ({ statistics }) => one(statistics.open)),
  ...totals,
  ...said,
  ...received,
  statistic('hour', 'requests', [queries.received], ({ statistics }) =>
    statistics.received.byHour.map(({ hour, count }) => ({ key: String(hour), name: '', part: '', value: count })),
  ),
  statistic('weekday-hour', 'requests', [queries.received], ({ details }) => divided(details.heat)),
  statistic('question', 'requests', [questions], ({ details }) => divided(details.questions)),
  statistic(
    'question-before',
    'requests',
    [allQuestions],
    ({ details }) => details.questions.map(({ key, name, before }) => ({ key, name, part: '', value: before })),
    null,
  ),
  ...times,
  ...clocks,
  statistic(
    'backlog',
    'requests',
    [finer.backlog],
    ({ details }) => details.backlog.map(({ date, open }) => ({ key: date, name: '', part: '', value: open })),
    'open',
  ),
  statistic(
    'backlog-age',
    'seconds',
    [finer.backlog],
    ({ details }) =>
      details.backlog.flatMap((day) =>
        (['p50', 'p90', 'oldest'] as const).map((part) => ({
          key: day.date,
          name: '',
          part,
          value: secondsOf(day[part]),
        })),
      ),
    'open',
  ),
  ...reasons,
  ...employees,
  statistic('holding', 'requests', [finer.beside], ({ statistics, details }) =>
    details.holding.map(({ key, count }) => ({
      key,
      name: statistics.employees.find(({ id }) => id === key)?.name ?? key,
      part: '',
      value: count,
    })),
  ),
  ...(['received', 'resolved'] as const).map((figure) =>
    statistic(
      `day-${figure}`,
      'requests',
      [figure === 'received' ? queries.received : queries.changes],
      ({ statistics }) => statistics.series.map((day) => ({ key: day.date, name: '', part: '', value: day[figure] })),
      figure,
    ),
  ),
  statistic(
    'previous',
    'requests',
    comparedBy,
    compared(({ statistics }) => statistics.previous),
    null,
  ),
  statistic(
    'last-year',
    'requests',
    comparedBy,
    compared(({ details }) => details.lastYear),
    null,
  ),
  statistic(
    'forecast',
    'requests',
    [finer.backlog],
    ({ details: { forecast } }) =>
      forecast === null
        ? []
        : [
            ...forecast.days.map(({ date, open }) => ({ key: date, name: '', part: '', value: open })),
            { key: '', name: '', part: 'error', value: forecast.error },
          ],
    null,
  ),
];

/** A statistic for the reader of one language. */
export const statisticIn = (one: StatisticDefinition, language: Language) => ({
  id: one.id,
  unit: one.unit,
  name: one.name[language],
  definition: one.definition[language],
  drillDown: one.drillDown,
});
