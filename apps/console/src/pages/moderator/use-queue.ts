import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ProblemError, query } from '../../api/client.ts';
import { queryClient } from '../../app/query.ts';
import { useLive } from '../../work/live.ts';
import { type Queue, withChanges } from '../../work/queue.ts';
import type { WorkItem, WorkView } from '../../work/types.ts';

interface Page {
  readonly items: readonly WorkItem[];
  readonly total: number;
  readonly next: string | null;
}

const pageSize = 200;
/** A queue beyond this is not worked through on a screen; the total is still shown. */
const mostPages = 60;

const queueQuery = () =>
  queryOptions({
    queryKey: ['queue'],
    queryFn: ({ signal }) => loadQueue(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Reads the queue page by page. The first page is shown as soon as it is there. */
async function loadQueue(signal: AbortSignal): Promise<Queue> {
  let items: WorkItem[] = [];
  let total = 0;
  let after: string | null = null;
  for (let read = 0; read < mostPages; read += 1) {
    const page: Page = await api.get<Page>(`/routing/queue${query({ after, limit: pageSize })}`, signal);
    items = [...items, ...page.items];
    total = page.total;
    after = page.next;
    if (after === null) break;
    if (read === 0 && queryClient.getQueryData(queueQuery().queryKey) === undefined) {
      queryClient.setQueryData(queueQuery().queryKey, { items, total });
    }
  }
  return { items, total: Math.max(total, items.length) };
}

async function readOne(requestId: string): Promise<WorkView | { requestId: string; gone: true } | null> {
  try {
    return await api.get<WorkView>(`/routing/requests/${requestId}`);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return { requestId, gone: true };
    return null;
  }
}

/** Puts requests as they now stand into the queue on the screen. */
export function showInQueue(changed: readonly (WorkItem | { requestId: string; gone: true })[]): void {
  queryClient.setQueryData(queueQuery().queryKey, (queue) =>
    queue === undefined ? queue : withChanges(queue, changed),
  );
}

/** The queue, kept fresh by the live feed: only requests that changed are asked for again. */
export function useQueue() {
  const queue = useQuery(queueQuery());
  useLive((news) => {
    if (news === 'missed') {
      void queue.refetch();
      void queryClient.invalidateQueries({ queryKey: ['request'] });
      return;
    }
    const ids = [...new Set(news.map((event) => event.requestId))];
    for (const id of ids) void queryClient.invalidateQueries({ queryKey: ['request', id] });
    void Promise.all(ids.map(readOne)).then((read) => {
      const changed = read.filter((one) => one !== null);
      for (const one of changed) if (!('gone' in one)) queryClient.setQueryData(['work', one.requestId], one);
      showInQueue(changed);
    });
  });
  return queue;
}
