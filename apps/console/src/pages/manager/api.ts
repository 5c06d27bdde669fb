import { queryOptions } from '@tanstack/react-query';
import { api, query } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';

export type Period = 'day' | 'week' | 'month';

export interface Counted {
  readonly key: string;
  readonly count: number;
}

export interface Quantiles {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

export interface ClockCounts {
  readonly rule: string;
  readonly clause: string;
  readonly name: string;
  readonly kept: number;
  readonly broken: number;
  readonly cancelled: number;
  readonly warned: number;
  readonly running: number;
}

export interface Totals {
  readonly resolved: number;
  readonly open: number;
  readonly cancelled: number;
  readonly declined: number;
}

export interface Statistics extends Totals {
  readonly period: Period;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly received: {
    readonly total: number;
    readonly byChannel: readonly Counted[];
    readonly byCategory: readonly Counted[];
    readonly byEntryPoint: readonly Counted[];
    readonly byHour: readonly { readonly hour: number; readonly count: number }[];
  };
  readonly times: Readonly<Record<'placement' | 'assignment' | 'answer' | 'resolution', Quantiles>>;
  readonly clocks: readonly ClockCounts[];
  readonly employees: readonly {
    readonly id: string;
    readonly name: string;
    readonly assigned: number;
    readonly replied: number;
    readonly resolved: number;
  }[];
  readonly topCategories: readonly (Counted & { readonly share: number })[];
  readonly series: readonly { readonly date: string; readonly received: number; readonly resolved: number }[];
  readonly previous: Totals & { readonly received: number };
}

export interface MonthlyReport extends Statistics {
  readonly month: string;
  readonly mostFrequent: readonly { readonly question: string; readonly count: number; readonly share: number }[];
  readonly sentences: readonly string[];
}

export interface BehindNumber {
  readonly requestId: string;
  readonly number: string;
  readonly submittedAt: string;
  readonly category: string;
  readonly channel: string;
  readonly status: string;
}

export const statisticsQuery = (period: Period, date: string, language: Language) =>
  queryOptions({
    queryKey: ['statistics', period, date, language],
    queryFn: ({ signal }) => api.get<Statistics>(`/reporting/statistics${query({ period, date })}`, signal),
    refetchInterval: 10_000,
  });

export const behindQuery = (period: Period, date: string, metric: string, key: string | undefined) =>
  queryOptions({
    queryKey: ['statistics', 'requests', period, date, metric, key],
    queryFn: ({ signal }) =>
      api.get<{ items: BehindNumber[]; total: number }>(
        `/reporting/statistics/requests${query({ period, date, metric, key })}`,
        signal,
      ),
  });

export const reportQuery = (month: string, language: Language) =>
  queryOptions({
    queryKey: ['report', month, language],
    queryFn: ({ signal }) => api.get<MonthlyReport>(`/reporting/reports/monthly${query({ month })}`, signal),
  });

/** The address of the same figures as a table for a spreadsheet. */
export const csvAddress = (period: Period, date: string) => `/api/reporting/statistics.csv${query({ period, date })}`;
