import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queryClient } from '../../app/query.ts';
import { refreshRequest } from '../agent/use-verbs.ts';

export interface Block {
  readonly blockId: string;
  readonly requestId: string;
  readonly numberSpoken: string;
  readonly requesterName: string;
  readonly contact: string;
  readonly clause: string;
  readonly ground: string;
  readonly groundClause: string;
  readonly reason: string;
  readonly blockedAt: string;
  readonly blockedBy: string;
  readonly until: string;
  readonly state: 'in-force' | 'over' | 'lifted';
  readonly appeal: {
    readonly state: 'open' | 'waiting' | 'answered' | 'over';
    readonly until: string;
    readonly at: string | null;
    readonly text: string | null;
    readonly answer: 'lift' | 'uphold' | null;
    readonly answerText: string | null;
    readonly answeredBy: string | null;
    readonly mayUphold: boolean;
  };
  readonly lifted: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

export const blocksQuery = () =>
  queryOptions({
    queryKey: ['blocks'],
    queryFn: ({ signal }) => api.get<{ items: Block[] }>('/intake/blocks', signal).then(({ items }) => items),
    refetchInterval: 30_000,
  });

/** A block was changed: the list and the request it was made from say so. */
export function refreshBlocks(requestId: string): void {
  void queryClient.invalidateQueries({ queryKey: ['blocks'] });
  refreshRequest(requestId);
}

export const blocks = {
  block: (requestId: string, given: { ground: string; days: number; reason: string }) =>
    api.post<Block>(`/intake/requests/${requestId}/block`, given),
  lift: (blockId: string, reason: string) => api.post<Block>(`/intake/blocks/${blockId}/lift`, { reason }),
  answer: (blockId: string, answer: 'lift' | 'uphold', text: string) =>
    api.post<Block>(`/intake/blocks/${blockId}/answer`, { answer, text }),
};
