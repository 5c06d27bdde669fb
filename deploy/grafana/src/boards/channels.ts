import * as queries from '../../../../apps/reporting/statistics/queries.ts';
import type { Board } from '../board.ts';
import { bars, defined, duration, lines, named, table } from '../look.ts';
import { CALLS, CHANNEL_FLOW, CHANNEL_RESULTS } from '../sql.ts';

/** By which door people come, and how each door is served. */
export const channels: Board = {
  name: 'channels',
  title: 'Channels',
  description: 'By which channel and which form people come, at what hours, and how each channel is served.',
  range: { from: 'now-7d/d', to: 'now' },
  refresh: '1m',
  shows: 'tenant',
  rows: [
    {
      title: 'Where requests come from',
      panels: [
        lines({ title: 'Received by channel', description: defined('received'), width: 16 }, CHANNEL_FLOW),
        bars({ title: 'By channel', description: defined('received'), width: 8 }, queries.receivedBy('channel')),
        bars(
          { title: 'By entry point', description: defined('received'), width: 12 },
          queries.receivedBy('entry-point'),
        ),
        bars(
          {
            title: 'By hour of the day',
            description: `${defined('received')} The hours are the tenant’s own.`,
            width: 12,
          },
          `SELECT key, count FROM (${queries.receivedBy('hour')}) ORDER BY toUInt8(key)`,
        ),
      ],
    },
    {
      title: 'How they are served',
      panels: [
        table(
          {
            title: 'Results by channel',
            description: `${defined('received')} Of these: how many are resolved by now, and the median time until the first answer.`,
            width: 14,
          },
          CHANNEL_RESULTS,
          { answer: [named('median until the answer'), duration] },
        ),
        bars(
          {
            title: 'Calls by outcome',
            description: 'Calls to requesters within the range, by what came of them.',
            width: 10,
          },
          CALLS,
        ),
      ],
    },
  ],
};
