import { QUEUE } from '../../../../apps/reporting/statistics/sets.ts';
import type { Board } from '../board.ts';
import { defined, duration, figure, lines, named, redFrom, size, table } from '../look.ts';
import { FLOW, NEXT_DUE, ON_DUTY, setOf, WAITING } from '../sql.ts';

/** For a screen on the wall: what waits for the moderator, which promise breaks next, who is on. */
export const moderatorsWall: Board = {
  name: 'moderators-wall',
  title: 'Moderator’s wall',
  description: 'For a screen on the wall: what waits for the moderator, which promise breaks next, who is on.',
  range: { from: 'now/d', to: 'now' },
  refresh: '5s',
  shows: 'tenant',
  rows: [
    {
      title: 'Now',
      panels: [
        figure({ title: 'In the queue', description: defined('queue'), width: 6, height: 5 }, size(QUEUE)),
        figure({ title: 'Open', description: defined('open'), width: 6, height: 5 }, size(setOf('open'))),
        figure(
          { title: 'Received today', description: defined('received'), width: 6, height: 5 },
          size(setOf('received')),
        ),
        figure(
          { title: 'Resolved today', description: defined('resolved'), width: 6, height: 5 },
          size(setOf('resolved')),
        ),
        table(
          {
            title: 'Waiting for the moderator',
            description: `${defined('queue')} Urgent ones first, then in the order of arrival; red from five minutes on.`,
            width: 12,
            height: 11,
          },
          WAITING,
          { waits: [duration, ...redFrom(300_000)] },
        ),
        table(
          {
            title: 'Next to be due',
            description: `${defined('running')} The next to be due stands first; less than nothing left is a broken promise.`,
            width: 12,
            height: 11,
          },
          NEXT_DUE,
          { left: [duration] },
        ),
      ],
    },
    {
      title: 'Who is on',
      panels: [
        table(
          {
            title: 'Who is on',
            description:
              'Employees who did something within the range: what is open with them, what they resolved, when they last acted.',
            width: 12,
          },
          ON_DUTY,
          { done: [named('resolved')], seen: [named('last acted')] },
        ),
        lines(
          { title: 'Received and resolved', description: `${defined('received')} ${defined('resolved')}`, width: 12 },
          FLOW,
        ),
      ],
    },
  ],
};
