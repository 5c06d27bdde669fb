import * as queries from '../../../../apps/reporting/statistics/queries.ts';
import { QUEUE, SETS } from '../../../../apps/reporting/statistics/sets.ts';
import type { Board } from '../board.ts';
import { bad, bars, defined, duration, figure, lines, named, size, table } from '../look.ts';
import { FLOW } from '../sql.ts';

/** The two promises that every regulation of a hotline makes about a new request: it is placed, and it is given to somebody. */
const FIRST_PROMISES = `SELECT rule, clause, kept, broken, running FROM (${queries.clocks.sql})
WHERE rule IN ('placement', 'moderation') ORDER BY clause, rule`;

/** From what a moderator needs at once to what a manager reads at leisure. */
export const hotlineToday: Board = {
  name: 'hotline-today',
  title: 'Hotline today',
  description:
    'How one hotline works today: what came in, what waits, which promises were kept. Every number is defined in its panel and equals the manager’s page.',
  range: { from: 'now/d', to: 'now/d' },
  refresh: '10s',
  shows: 'tenant',
  rows: [
    {
      title: 'Now',
      panels: [
        figure({ title: 'Received', description: defined('received'), width: 4 }, size(SETS.received ?? '')),
        figure({ title: 'In the queue', description: defined('queue'), width: 4 }, size(QUEUE)),
        figure({ title: 'Open', description: defined('open'), width: 4 }, size(SETS.open ?? '')),
        figure({ title: 'Resolved', description: defined('resolved'), width: 4 }, size(SETS.resolved ?? '')),
        figure({ title: 'Cancelled', description: defined('cancelled'), width: 4 }, size(SETS.cancelled ?? '')),
        figure({ title: 'Declined', description: defined('declined'), width: 4 }, size(SETS.declined ?? '')),
        lines(
          { title: 'Received and resolved', description: `${defined('received')} ${defined('resolved')}`, width: 16 },
          FLOW,
        ),
        table(
          {
            title: 'First promises: placement and moderation',
            description: `How new requests are met. ${defined('kept')} ${defined('broken')}`,
            width: 8,
          },
          FIRST_PROMISES,
          { broken: bad },
        ),
      ],
    },
    {
      title: 'What came in',
      panels: [
        bars({ title: 'By channel', description: defined('received'), width: 6 }, queries.receivedBy('channel')),
        bars({ title: 'By category', description: defined('received'), width: 10 }, queries.receivedBy('category')),
        bars(
          {
            title: 'By hour of the day',
            description: `${defined('received')} The hours are the tenant’s own.`,
            width: 8,
          },
          `SELECT key, count FROM (${queries.receivedBy('hour')}) ORDER BY toUInt8(key)`,
        ),
      ],
    },
    {
      title: 'How it went',
      panels: [
        table(
          {
            title: 'How long it took',
            description: `Median and 95th percentile. Placement: ${defined('time-placement')} Assignment: ${defined('time-assignment')} Answer: ${defined('time-answer')} Resolution: ${defined('time-resolution')}`,
            width: 8,
          },
          queries.times.sql,
          { key: [named('time')], p50: [named('median'), duration], p95: [named('95th percentile'), duration] },
        ),
        table(
          {
            title: 'Promises by clause',
            description: `${defined('kept')} ${defined('broken')} ${defined('warned')} ${defined('running')}`,
            width: 16,
          },
          queries.clocks.sql,
          { broken: bad },
        ),
        table({ title: 'Employees', description: defined('employee'), width: 24 }, queries.employees.sql),
      ],
    },
  ],
};
