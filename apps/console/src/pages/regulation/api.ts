import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';
import { queryClient } from '../../app/query.ts';

export interface Difference {
  readonly clause: string | null;
  readonly text: string | null;
  readonly sentences: readonly string[];
}

export interface EditionLine {
  readonly edition: string;
  readonly inForceFrom: string;
  readonly state: 'past' | 'in-force' | 'scheduled';
  readonly publishedAt: string | null;
  readonly by: string | null;
}

export interface Edition extends EditionLine {
  readonly text: string;
  readonly differences: readonly Difference[] | null;
}

export interface ChangedDay {
  readonly number: number;
  readonly date: string;
  readonly hours: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly isLatest: boolean;
}

export interface RegulationView {
  readonly timeZone: string;
  readonly now: string;
  readonly today: string;
  readonly proposedEdition: string;
  readonly editions: readonly EditionLine[];
  readonly days: readonly ChangedDay[];
}

export interface Checked {
  readonly mistakes: readonly { readonly line: number; readonly clause: string | null; readonly sentence: string }[];
  readonly against: string;
  readonly differences: readonly Difference[] | null;
}

const key = 'regulation';

export const regulationQuery = (language: Language) =>
  queryOptions({
    queryKey: [key, language],
    queryFn: ({ signal }) => api.get<RegulationView>('/gateway/regulation', signal),
  });

export const editionQuery = (edition: string, language: Language) =>
  queryOptions({
    queryKey: [key, 'edition', edition, language],
    queryFn: ({ signal }) => api.get<Edition>(`/gateway/regulation/editions/${encodeURIComponent(edition)}`, signal),
    staleTime: 60_000,
  });

/** Looked at while deadlines are worked out anew, and left alone once none waits. */
export const reevaluationQuery = () =>
  queryOptions({
    queryKey: [key, 'reevaluation'],
    queryFn: ({ signal }) => api.get<{ waiting: number }>('/sla/reevaluation', signal),
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? 1_000 : 10_000),
  });

export const checkText = (text: string): Promise<Checked> => api.post('/gateway/regulation/drafts', { text });

export const publishEdition = (asked: { text: string; edition: string; inForceFrom?: string }): Promise<Edition> =>
  api.post('/gateway/regulation/editions', asked);

export const changeDay = (asked: { date: string; hours: string | null; reason: string }): Promise<RegulationView> =>
  api.post('/gateway/regulation/days', asked);

/** After something was published: this page, and what the console knows of the hotline. */
export async function afterPublishing(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: [key] }),
    queryClient.invalidateQueries({ queryKey: ['hotline'] }),
    queryClient.invalidateQueries({ queryKey: ['what-if'] }),
  ]);
}
