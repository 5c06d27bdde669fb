import { queryOptions } from '@tanstack/react-query';
import { api, query } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';
import type { Days, Totals } from './api.ts';

/** Milliseconds; null when there was nothing to measure. */
interface Quantiles {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
}

export interface NamedCount {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** The finer figures of a period. */
export interface Details {
  readonly heat: readonly {
    readonly key: string;
    readonly weekday: number;
    readonly hour: number;
    readonly count: number;
  }[];
  readonly times: Readonly<
    Record<
      'placement' | 'assignment' | 'answer' | 'resolution',
      { readonly count: number; readonly elapsed: Quantiles; readonly working: Quantiles }
    >
  >;
  readonly cancelReasons: readonly NamedCount[];
  readonly declineReasons: readonly NamedCount[];
  readonly postponed: number;
  readonly postponeReasons: readonly NamedCount[];
  readonly escalated: number;
  readonly incidents: number;
  readonly complaints: number;
  readonly calls: readonly NamedCount[];
  readonly holding: readonly NamedCount[];
  readonly backlog: readonly {
    readonly date: string;
    readonly at: string;
    readonly open: number;
    readonly p50: number | null;
    readonly oldest: number | null;
  }[];
  readonly lastYear: Totals & { readonly received: number };
  readonly forecast: {
    readonly days: readonly { readonly date: string; readonly open: number }[];
    readonly error: number | null;
    readonly tried: number;
  } | null;
}

export interface Definition {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
}

export const detailsQuery = (days: Days, language: Language) =>
  queryOptions({
    queryKey: ['statistics-details', days, language],
    queryFn: ({ signal }) => api.get<Details>(`/reporting/statistics/details${query({ ...days })}`, signal),
    // Dearer than the totals, and nobody watches a percentile change.
    refetchInterval: 60_000,
  });

export const definitionsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['statistics-catalogue', language],
    queryFn: ({ signal }) => api.get<{ items: readonly Definition[] }>('/reporting/statistics/catalogue', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
