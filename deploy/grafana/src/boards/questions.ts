import * as queries from '../../../../apps/reporting/statistics/queries.ts';
import { questions as mostFrequent } from '../../../../apps/reporting/statistics/question-queries.ts';
import type { Board } from '../board.ts';
import { bars, defined, figure, size, table } from '../look.ts';
import { setOf } from '../sql.ts';

/** What people ask most. */
export const questions: Board = {
  name: 'questions',
  title: 'Questions',
  description: 'What people ask most, under which category and about which product.',
  range: { from: 'now/M', to: 'now' },
  refresh: '5m',
  shows: 'tenant',
  rows: [
    {
      title: 'What people ask',
      panels: [
        figure({ title: 'Received', description: defined('received'), width: 4, height: 8 }, size(setOf('received'))),
        table(
          { title: 'Most frequent questions', description: defined('question'), width: 20, height: 12 },
          mostFrequent.sql,
        ),
        bars({ title: 'By category', description: defined('received'), width: 12 }, queries.receivedBy('category')),
        bars({ title: 'By product', description: defined('received'), width: 6 }, queries.receivedBy('product')),
        bars({ title: 'By language', description: defined('received'), width: 6 }, queries.receivedBy('language')),
      ],
    },
  ],
};
