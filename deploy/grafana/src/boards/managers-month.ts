import * as queries from '../../../../apps/reporting/statistics/queries.ts';
import type { Board } from '../board.ts';
import { bad, bars, defined, duration, figure, lines, named, size, table, warmth } from '../look.ts';
import { besideMonthBefore, FLOW, HEAT, HOUR_COLUMNS, REASONS, setOf } from '../sql.ts';

const figures = [
  ['received', 'Received'],
  ['resolved', 'Resolved'],
  ['open', 'Open at the end'],
  ['cancelled', 'Cancelled'],
  ['declined', 'Declined'],
  ['handed-over', 'Handed over'],
  ['reopened', 'Reopened'],
  ['withdrawn', 'Withdrawn'],
] as const;

/** How the month went, for the manager. */
export const managersMonth: Board = {
  name: 'managers-month',
  title: 'Manager’s month',
  description: 'How the month went: what came in and what became of it, how long it took, which promises were kept.',
  range: { from: 'now/M', to: 'now/M' },
  refresh: '1m',
  shows: 'tenant',
  rows: [
    {
      title: 'The month in numbers',
      panels: [
        ...figures.map(([metric, title]) =>
          figure({ title, description: defined(metric), width: 3 }, size(setOf(metric))),
        ),
        table(
          {
            title: 'Beside the month before',
            description: 'The same figures a calendar month earlier, and the difference.',
            width: 8,
            height: 9,
          },
          besideMonthBefore(figures),
        ),
        table(
          {
            title: 'When they came',
            description: `By weekday (1 is Monday) and hour of the hotline’s zone. ${defined('received')}`,
            width: 16,
            height: 9,
          },
          HEAT,
          Object.fromEntries(HOUR_COLUMNS.map((hour) => [hour, warmth])),
        ),
        lines(
          { title: 'Received and resolved', description: `${defined('received')} ${defined('resolved')}`, width: 16 },
          FLOW,
        ),
        table(
          {
            title: 'Why closed without a solution',
            description: `${defined('cancelled')} ${defined('declined')}`,
            width: 8,
          },
          REASONS,
        ),
      ],
    },
    {
      title: 'How it went',
      panels: [
        table(
          {
            title: 'How long it took',
            description: `Median and percentiles. Placement: ${defined('time-placement')} Assignment: ${defined('time-assignment')} Answer: ${defined('time-answer')} Resolution: ${defined('time-resolution')}`,
            width: 10,
          },
          queries.times.sql,
          { key: [named('time')], p50: [named('median'), duration], p95: [named('95th percentile'), duration] },
        ),
        table(
          {
            title: 'Promises by clause',
            description: `${defined('kept')} ${defined('broken')} ${defined('warned')} ${defined('running')}`,
            width: 14,
          },
          queries.clocks.sql,
          { broken: bad },
        ),
        bars({ title: 'By category', description: defined('received'), width: 12 }, queries.receivedBy('category')),
        bars({ title: 'By product', description: defined('received'), width: 12 }, queries.receivedBy('product')),
      ],
    },
  ],
};
