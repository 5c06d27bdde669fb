import * as queries from '../../../../apps/reporting/statistics/queries.ts';
import type { Board } from '../board.ts';
import { defined, lines, named, table } from '../look.ts';
import { ON_DUTY, SOLVED_BY } from '../sql.ts';

/** Load and results by employee. */
export const employees: Board = {
  name: 'employees',
  title: 'Employees',
  description: 'Load and results by employee: what was given, answered, resolved, called, and what is open with whom.',
  range: { from: 'now-7d/d', to: 'now' },
  refresh: '1m',
  shows: 'tenant',
  rows: [
    {
      title: 'Results',
      panels: [
        table({ title: 'Employees', description: defined('employee'), width: 24, height: 10 }, queries.employees.sql),
        lines(
          {
            title: 'Resolved by employee',
            description: `${defined('resolved')} Each under the employee who resolved it.`,
            width: 24,
          },
          SOLVED_BY,
        ),
      ],
    },
    {
      title: 'Load',
      panels: [
        table(
          {
            title: 'Open with whom',
            description:
              'Employees who did something within the range: what is open with them, what they resolved, when they last acted.',
            width: 24,
          },
          ON_DUTY,
          { done: [named('resolved')], seen: [named('last acted')] },
        ),
      ],
    },
  ],
};
