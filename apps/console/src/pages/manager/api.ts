import { queryOptions } from '@tanstack/react-query';
import { api, query } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';

export type Period = 'day' | 'week' | 'month' | 'range';

/** Which days the figures are of: those around a date, or from one date to another. */
export type Days =
  | { readonly period: Exclude<Period, 'range'>; readonly date: string }
  | { readonly period: 'range'; readonly from: string; readonly to: string };

export interface Counted {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** Part of all that was received, 0–1. */
  readonly share: number;
}

/** Milliseconds; null when there was nothing to measure. */
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
  /** Whether the support answers for it: its share of kept ones is shown. */
  readonly promise: boolean;
  readonly warned: number;
  readonly running: number;
}

export interface EmployeeCounts {
  readonly id: string;
  readonly name: string;
  readonly assigned: number;
  readonly registered: number;
  readonly moderated: number;
  readonly replied: number;
  readonly called: number;
  readonly resolved: number;
}

export interface Totals {
  readonly resolved: number;
  readonly open: number;
  readonly cancelled: number;
  readonly declined: number;
}

export interface Statistics extends Totals {
  readonly period: Period;
  /** The first and the last day of the period on the tenant's calendar. */
  readonly from: string;
  readonly to: string;
  /** The same as moments, `[fromAt, toAt)`. */
  readonly fromAt: string;
  readonly toAt: string;
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
  readonly employees: readonly EmployeeCounts[];
  readonly series: readonly { readonly date: string; readonly received: number; readonly resolved: number }[];
  readonly previous: Totals & { readonly received: number };
  /** What each figure counts, by the figure's name. */
  readonly definitions: Readonly<Record<string, string>>;
}

export interface MonthlyReport extends Statistics {
  readonly month: string;
  readonly edition: string;
  /** Conclusions in sentences. */
  readonly conclusions: Readonly<Record<'changed' | 'why' | 'todo', readonly string[]>>;
  readonly mostFrequent: readonly {
    readonly key: string;
    readonly question: string;
    readonly categoryName: string;
    readonly count: number;
    readonly share: number;
    readonly before: number;
  }[];
}

export interface BehindNumber {
  readonly requestId: string;
  readonly number: string;
  readonly submittedAt: string | null;
  readonly categoryName: string;
  readonly channel: string;
  readonly status: string;
  readonly summary: string;
}

export const statisticsQuery = (days: Days, language: Language) =>
  queryOptions({
    queryKey: ['statistics', days, language],
    queryFn: ({ signal }) => api.get<Statistics>(`/reporting/statistics${query({ ...days })}`, signal),
    refetchInterval: 10_000,
  });

/** The requests behind one figure: which figure, and between which moments. */
export interface Asked {
  readonly metric: string;
  readonly key: string | undefined;
  readonly from: string;
  readonly to: string;
}

export const behindQuery = (asked: Asked, language: Language) =>
  queryOptions({
    queryKey: ['behind', asked, language],
    queryFn: ({ signal }) =>
      api.get<{ items: BehindNumber[]; total: number }>(
        `/reporting/statistics/requests${query({ ...asked, limit: 500 })}`,
        signal,
      ),
  });

export const reportQuery = (month: string, language: Language) =>
  queryOptions({
    queryKey: ['report', month, language],
    queryFn: ({ signal }) => api.get<MonthlyReport>(`/reporting/reports/monthly${query({ month })}`, signal),
  });

/** The address of the same figures as a table or a workbook for a spreadsheet. */
export const exportAddress = (kind: 'csv' | 'xlsx', days: Days) =>
  `/api/reporting/statistics.${kind}${query({ ...days })}`;
