import type { PeriodFigures, ReportFigures } from './figures.ts';

const NO_TIME = { count: 0, p50: null, p95: null };

/** A period in which nothing happened, with what a test says differently. */
export const period = (told: Partial<PeriodFigures> & { readonly came?: number } = {}): PeriodFigures => {
  const { came = 0, ...rest } = told;
  return {
    received: { total: came, byChannel: [], byCategory: [], byHour: [] },
    resolved: 0,
    open: 0,
    cancelled: 0,
    declined: 0,
    withdrawn: 0,
    reopened: 0,
    handedOver: 0,
    times: { placement: NO_TIME, assignment: NO_TIME, answer: NO_TIME, resolution: NO_TIME },
    clocks: [],
    employees: [],
    series: [],
    ...rest,
  };
};

export const figures = (now: PeriodFigures, before = period(), told: Partial<ReportFigures> = {}): ReportFigures => ({
  kind: 'month',
  from: '2026-11-01',
  to: '2026-11-30',
  timeZone: 'Europe/Moscow',
  hotline: 'H',
  organisation: 'O',
  edition: '2026-11',
  now,
  before,
  questions: [],
  clauses: { '2.4': 'W' },
  definitions: { received: 'D' },
  ...told,
});

/** A busy month after a quieter one. */
export const busy = figures(
  period({
    received: {
      total: 22,
      byChannel: [
        { key: 'web', name: 'X', count: 11, share: 0.5 },
        { key: 'phone', name: 'Z', count: 11, share: 0.5 },
      ],
      byCategory: [{ key: 'a', name: 'Y', count: 11, share: 0.5 }],
      byHour: [{ hour: 9, count: 21 }],
    },
    resolved: 21,
    open: 5,
    declined: 2,
    reopened: 2,
    times: {
      placement: NO_TIME,
      assignment: NO_TIME,
      answer: { count: 20, p50: 720_000, p95: 7_500_000 },
      resolution: NO_TIME,
    },
    clocks: [
      { rule: 'a', clause: '2.3', name: 'P', kept: 999, broken: 0, worstHour: null },
      { rule: 'b', clause: '2.4', name: 'M', kept: 9, broken: 10, worstHour: { hour: 13, count: 4 } },
    ],
    employees: [
      { id: 'anna', name: 'Anna', assigned: 9, replied: 9, resolved: 15 },
      { id: 'boris', name: 'Boris', assigned: 9, replied: 9, resolved: 6 },
    ],
    series: [
      { date: '2026-11-02', received: 3, resolved: 0 },
      { date: '2026-11-03', received: 13, resolved: 21 },
      { date: '2026-11-04', received: 3, resolved: 0 },
      { date: '2026-11-05', received: 3, resolved: 0 },
    ],
  }),
  period({
    open: 1,
    received: {
      total: 20,
      byChannel: [
        { key: 'phone', name: 'Z', count: 16, share: 0.8 },
        { key: 'web', name: 'X', count: 4, share: 0.2 },
      ],
      byCategory: [],
      byHour: [],
    },
  }),
  { questions: [{ question: 'Q.', categoryName: 'Y', count: 3, before: 1 }] },
);
