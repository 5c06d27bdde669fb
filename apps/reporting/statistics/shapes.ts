import { IsoInstant, Tenant } from '@reglament/contracts';
import { z } from 'zod';

const Count = z.int().min(0);
const Counted = z.object({
  key: z.string(),
  /** In the caller's language, where the regulation names it. */
  name: z.string(),
  count: Count,
  /** Part of all that was received, 0–1. */
  share: z.number(),
});
/** Milliseconds; null when there was nothing to measure. */
const Times = z.object({ count: Count, p50: z.number().nullable(), p95: z.number().nullable() });

export const Totals = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  received: Count,
  resolved: Count,
  open: Count,
  cancelled: Count,
  declined: Count,
  withdrawn: Count,
  reopened: Count,
  handedOver: Count,
  kept: Count,
  broken: Count,
});
export type Totals = z.infer<typeof Totals>;

export const Statistics = z.object({
  tenant: Tenant,
  period: z.enum(['day', 'week', 'month', 'range']),
  /** The first and the last day of the period on the tenant's calendar. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** The same as moments: `[fromAt, toAt)`. */
  fromAt: IsoInstant,
  toAt: IsoInstant,
  timeZone: z.string(),
  /** True while the period is not over. */
  isRunning: z.boolean(),
  received: z.object({
    total: Count,
    byChannel: z.array(Counted),
    byCategory: z.array(Counted),
    byEntryPoint: z.array(Counted),
    byProduct: z.array(Counted),
    byLanguage: z.array(Counted),
    /** 24 entries, the tenant's hours. */
    byHour: z.array(z.object({ hour: z.int().min(0).max(23), count: Count })),
  }),
  resolved: Count,
  open: Count,
  cancelled: Count,
  declined: Count,
  withdrawn: Count,
  reopened: Count,
  handedOver: Count,
  times: z.object({ placement: Times, assignment: Times, answer: Times, resolution: Times }),
  clocks: z.array(
    z.object({
      rule: z.string(),
      clause: z.string(),
      name: z.string(),
      promise: z
        .boolean()
        // A report that was kept before this was said held nothing else.
        .default(true)
        .describe('Whether the support answers for it; waiting for the requester, for example, is no promise'),
      kept: Count,
      broken: Count,
      cancelled: Count,
      warned: Count,
      running: Count,
    }),
  ),
  employees: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      registered: Count,
      moderated: Count,
      assigned: Count,
      replied: Count,
      called: Count,
      resolved: Count,
      cancelled: Count,
      declined: Count,
    }),
  ),
  topCategories: z.array(Counted),
  series: z.array(z.object({ date: z.iso.date(), received: Count, resolved: Count })),
  previous: Totals,
  /** What each figure counts, in the caller's language: by the figure's name. */
  definitions: z.record(z.string(), z.string()),
});
export type Statistics = z.infer<typeof Statistics>;

export const ListedRequests = z.object({
  metric: z.string(),
  key: z.string().nullable(),
  total: Count,
  items: z.array(
    z.object({
      requestId: z.uuid(),
      number: z.string(),
      submittedAt: IsoInstant.nullable(),
      category: z.string(),
      categoryName: z.string(),
      channel: z.string(),
      status: z.string(),
      agent: z.string().nullable(),
      summary: z.string(),
    }),
  ),
});
export type ListedRequests = z.infer<typeof ListedRequests>;

export const MonthlyReport = Statistics.extend({
  month: z.string(),
  hotline: z.string(),
  organisation: z.string(),
  edition: z.string(),
  producedAt: IsoInstant,
  /** Conclusions in sentences, computed from the figures: what changed, why it seems so, what to do. */
  conclusions: z.object({ changed: z.array(z.string()), why: z.array(z.string()), todo: z.array(z.string()) }),
  /** What was asked most, by the words of the question. */
  mostFrequent: z.array(
    z.object({
      key: z.string(),
      question: z.string(),
      categoryName: z.string(),
      count: Count,
      share: z.number(),
      /** The month before. */
      before: Count,
      /** The title of the article that answers it. */
      article: z.string().nullable(),
    }),
  ),
});
export type MonthlyReport = z.infer<typeof MonthlyReport>;
