import type { WorkItem } from './types.ts';

/** The moderator's queue as the page holds it, in the order of the regulation. */
export interface Queue {
  readonly items: readonly WorkItem[];
  readonly total: number;
}

function before(a: WorkItem, b: WorkItem): boolean {
  const rank = (a.rank ?? 0) - (b.rank ?? 0);
  if (rank !== 0) return rank < 0;
  if (a.arrivedAt !== b.arrivedAt) return a.arrivedAt < b.arrivedAt;
  return a.requestId < b.requestId;
}

/** Where an item belongs: the first place whose item comes after it. */
function placeOf(items: readonly WorkItem[], item: WorkItem): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = items[middle];
    if (there !== undefined && before(there, item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The queue after some requests changed: those that wait stand in their places, the others are gone. */
export function withChanges(
  queue: Queue,
  changed: readonly (WorkItem | { readonly requestId: string; readonly gone: true })[],
): Queue {
  if (changed.length === 0) return queue;
  const ids = new Set(changed.map((item) => item.requestId));
  const items = queue.items.filter((item) => !ids.has(item.requestId));
  const left = queue.items.length - items.length;
  let came = 0;
  for (const item of changed) {
    if ('gone' in item || item.status !== 'queued') continue;
    items.splice(placeOf(items, item), 0, item);
    came += 1;
  }
  return { items, total: Math.max(items.length, queue.total - left + came) };
}

/** Requests that match the words typed: in number or summary. */
export function matching(items: readonly WorkItem[], words: string): readonly WorkItem[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return items;
  const digits = wanted.replace(/[\s-]/g, '');
  return items.filter(
    (item) => item.number.toLowerCase().includes(digits) || item.summary.toLowerCase().includes(wanted),
  );
}
