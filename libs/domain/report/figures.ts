/** A count of what something is divided by, with its name in the report's language. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** Part of the whole, 0–1. */
  readonly share: number;
}

/** Milliseconds; null where there was nothing to measure. */
export interface Span {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

export interface PromiseCount {
  readonly rule: string;
  readonly clause: string;
  readonly name: string;
  readonly kept: number;
  readonly broken: number;
  /** The hour of the tenant's day in which most of the breaches happened; absent in figures that were stored before it was known. */
  readonly worstHour?: { readonly hour: number; readonly count: number } | null;
}

/** The figures of one period, as the statistics give them. */
export interface PeriodFigures {
  readonly received: {
    readonly total: number;
    readonly byChannel: readonly Part[];
    readonly byCategory: readonly Part[];
    readonly byHour: readonly { readonly hour: number; readonly count: number }[];
  };
  readonly resolved: number;
  readonly open: number;
  readonly cancelled: number;
  readonly declined: number;
  readonly withdrawn: number;
  readonly reopened: number;
  readonly handedOver: number;
  readonly times: Readonly<Record<SpanName, Span>>;
  readonly clocks: readonly PromiseCount[];
  readonly employees: readonly {
    readonly id: string;
    readonly name: string;
    /** Requests of callers put down; absent, like `moderated`, in figures that were stored before they were read. */
    readonly registered?: number;
    readonly moderated?: number;
    readonly assigned: number;
    readonly replied: number;
    readonly resolved: number;
  }[];
  readonly series: readonly { readonly date: string; readonly received: number; readonly resolved: number }[];
}

export type SpanName = 'placement' | 'assignment' | 'answer' | 'resolution';
export const SPANS: readonly SpanName[] = ['placement', 'assignment', 'answer', 'resolution'];

/** What was asked, how often, and how often in the period before. */
export interface AskedQuestion {
  readonly question: string;
  readonly categoryName: string;
  readonly count: number;
  readonly before: number;
  /** The title of the article that answers it, where one is published; absent in figures that were stored before it was known. */
  readonly article?: string | null;
}

export type ReportKind = 'day' | 'week' | 'month';

/** All that a report is composed from, in one language: the same figures give the same report, byte for byte. */
export interface ReportFigures {
  readonly kind: ReportKind;
  /** First and last day on the tenant's calendar. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly hotline: string;
  readonly organisation: string;
  readonly edition: string;
  readonly now: PeriodFigures;
  /** The month before; of a day or a week, the one a week earlier. */
  readonly before: PeriodFigures;
  readonly questions: readonly AskedQuestion[];
  /** Words of the clauses that promises stand on. */
  readonly clauses: Readonly<Record<string, string>>;
  /** What each figure counts. */
  readonly definitions: Readonly<Record<string, string>>;
}

/** Whether nothing at all is known of a period: the hotline was not there yet, or nobody asked. */
export const nothingIn = ({ received, resolved, open }: PeriodFigures): boolean =>
  received.total === 0 && resolved === 0 && open === 0;
