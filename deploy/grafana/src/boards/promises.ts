import * as queries from '../../../../apps/reporting/statistics/queries.ts';
import type { Board } from '../board.ts';
import { bad, defined, duration, lines, named, table, unit } from '../look.ts';
import { BROKEN_FLOW, KEPT_PART, NEXT_DUE } from '../sql.ts';

/** Service levels: every clock of the regulation by its clause. */
export const promises: Board = {
  name: 'promises',
  title: 'Promises by clause',
  description:
    'Service levels: every clock of the regulation, by the clause it stands on: kept, warned of, broken, and what runs now.',
  range: { from: 'now/M', to: 'now' },
  refresh: '1m',
  shows: 'tenant',
  rows: [
    {
      title: 'Kept and broken',
      panels: [
        table(
          {
            title: 'Part of promises kept',
            description: `Of the promises that ended within the range, the part that was kept; the worst stands first. ${defined('kept')} ${defined('broken')}`,
            width: 12,
          },
          KEPT_PART,
          { part: [named('kept, %'), unit('percent')], broken: bad },
        ),
        table(
          {
            title: 'Promises by clause',
            description: `${defined('kept')} ${defined('broken')} ${defined('clock-cancelled')} ${defined('warned')} ${defined('running')}`,
            width: 12,
          },
          queries.clocks.sql,
          { broken: bad },
        ),
        lines({ title: 'When promises were broken', description: defined('broken'), width: 24 }, BROKEN_FLOW),
      ],
    },
    {
      title: 'Running now',
      panels: [
        table(
          {
            title: 'Next to be due',
            description: `${defined('running')} The next to be due stands first.`,
            width: 24,
            height: 12,
          },
          NEXT_DUE,
          { left: [duration] },
        ),
      ],
    },
  ],
};
