import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** What there is of a person, or was, in the order in which it is told. */
export const traces = [
  'messages',
  'letters',
  'files',
  'recordings',
  'complaints',
  'callers',
  'accounts',
  'blocks',
] as const;
export type Traces = Readonly<Record<(typeof traces)[number], number>>;

export interface Preview extends Traces {
  readonly requests: readonly {
    readonly number: string;
    readonly submittedAt: string;
    readonly status: string;
    readonly open: boolean;
  }[];
}

export interface Erasure extends Traces {
  readonly erasureId: string;
  readonly at: string;
  readonly because: 'demand' | 'term';
  readonly clause: string | null;
  readonly reason: string;
  readonly byName: string;
  readonly requests: number;
}

export const erasuresQuery = () =>
  queryOptions({
    queryKey: ['erasures'],
    queryFn: ({ signal }) => api.get<{ items: Erasure[] }>('/intake/erasures', signal).then(({ items }) => items),
  });

export const previewErasure = (contact: string) => api.post<Preview>('/intake/erasures/preview', { contact });
export const erase = (contact: string, reason: string) => api.post<Erasure>('/intake/erasures', { contact, reason });
