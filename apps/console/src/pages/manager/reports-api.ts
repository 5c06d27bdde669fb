import { queryOptions } from '@tanstack/react-query';
import { api, query } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';

export interface Delivery {
  readonly letterId: string;
  readonly recipient: string;
  readonly status: 'pending' | 'sent' | 'failed';
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly sentAt: string | null;
  readonly failure: string | null;
}

export interface StoredReport {
  readonly reportId: string;
  readonly kind: 'day' | 'week' | 'month';
  /** First and last day on the tenant's calendar. */
  readonly from: string;
  readonly to: string;
  readonly state: 'waiting' | 'making' | 'ready' | 'failed';
  readonly percent: number;
  readonly failure: string | null;
  readonly askedBy: string | null;
  readonly madeAt: string | null;
  readonly files: readonly { readonly language: Language; readonly format: 'pdf' | 'xlsx'; readonly sha256: string }[];
  readonly letters: readonly Delivery[];
}

export interface StoredReports {
  readonly items: readonly StoredReport[];
  readonly recipients: readonly string[];
  readonly lastMonth: string;
}

const isUnderWay = ({ state, letters }: StoredReport): boolean =>
  state === 'waiting' || state === 'making' || letters.some(({ status }) => status === 'pending');

/** The reports there are; looked at every second while one is being made or sent, else now and then. */
export const reportsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['reports', language],
    queryFn: ({ signal }) => api.get<StoredReports>('/reporting/reports', signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 1_000 : 20_000),
  });

export const askForReport = (month: string) => api.post('/reporting/reports', { month });
export const sendReport = (reportId: string) => api.post(`/reporting/reports/${reportId}/letters`, {});

export const fileAddress = (reportId: string, format: 'pdf' | 'xlsx', language: Language): string =>
  `/api/reporting/reports/${reportId}/report.${format}${query({ language })}`;
