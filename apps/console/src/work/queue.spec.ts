import { matching, withChanges } from './queue.ts';
import type { WorkItem } from './types.ts';

function item(requestId: string, rank: number, minute: number, status = 'queued'): WorkItem {
  const at = `2026-11-02T06:${String(minute).padStart(2, '0')}:00.000Z`;
  return {
    requestId,
    number: `1000${minute}`,
    summary: `Request ${requestId}`,
    category: 'reference',
    channel: 'web',
    language: 'ru',
    urgent: rank === 0,
    rank,
    arrivedAt: at,
    queuedAt: at,
    status,
    agent: null,
    unreadSince: null,
    postponement: null,
    deadlineAt: null,
    clocks: [],
    version: 1,
  };
}
const ids = (queue: { items: readonly WorkItem[] }) => queue.items.map((one) => one.requestId).join(' ');
const queue = { items: [item('a', 0, 5), item('b', 1, 1), item('d', 1, 9)], total: 3 };

describe('the live queue', () => {
  test.each([
    ['an urgent one after the urgent ones', item('x', 0, 7), 'a x b d', 4],
    ['an urgent one that arrived earlier goes first', item('x', 0, 1), 'x a b d', 4],
    ['an ordinary one by its arrival', item('x', 1, 4), 'a b x d', 4],
    ['the latest stands last', item('x', 1, 12), 'a b d x', 4],
    ['one already there takes its new place', item('b', 0, 1), 'b a d', 3],
    ['one that was assigned is gone', item('b', 1, 1, 'assigned'), 'a d', 2],
    ['one assigned elsewhere that was never here changes nothing', item('x', 1, 1, 'assigned'), 'a b d', 3],
  ])('%s', (_name, changed, order, total) => {
    const next = withChanges(queue, [changed]);
    expect([ids(next), next.total]).toEqual([order, total]);
  });

  test('a request that cannot be read any more is gone', () => {
    expect(ids(withChanges(queue, [{ requestId: 'a', gone: true }]))).toBe('b d');
  });

  test('the same news twice gives the same queue', () => {
    const once = withChanges(queue, [item('x', 1, 4)]);
    expect(withChanges(once, [item('x', 1, 4)])).toEqual(once);
  });

  test('a number is found however it is spaced, words are found in any case', () => {
    expect(matching(queue.items, '100 05').map((one) => one.requestId)).toEqual(['a']);
    expect(matching(queue.items, 'REQUEST d').map((one) => one.requestId)).toEqual(['d']);
    expect(matching(queue.items, '  ')).toHaveLength(3);
  });
});
