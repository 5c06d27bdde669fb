import { z } from 'zod';
import { Totals } from './shapes.ts';

const Count = z.int().min(0);
const Milliseconds = z.number().nullable();
const Quantiles = z.object({ p50: Milliseconds, p90: Milliseconds, p95: Milliseconds });
/** The same spans by the clock on the wall and by the tenant's working calendar, in milliseconds. */
const Time = z.object({ count: Count, elapsed: Quantiles, working: Quantiles });
const Counted = z.object({ key: z.string(), name: z.string(), count: Count });

/** The finer figures of a period, beside `Statistics`. */
export const Details = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Received by weekday (1 is Monday) and hour of the tenant's zone; 168 entries. */
  heat: z.array(
    z.object({ key: z.string(), weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23), count: Count }),
  ),
  times: z.object({ placement: Time, assignment: Time, answer: Time, resolution: Time }),
  cancelReasons: z.array(Counted),
  declineReasons: z.array(Counted),
  postponed: Count,
  postponeReasons: z.array(Counted),
  escalated: Count,
  incidents: Count,
  complaints: Count,
  calls: z.array(Counted),
  /** Open at the end of the period (or now), by whom they were given to. */
  holding: z.array(Counted),
  /** At the start of each day of the period that has begun; ages in milliseconds. */
  backlog: z.array(
    z.object({
      date: z.iso.date(),
      at: z.string(),
      open: Count,
      p50: Milliseconds,
      p90: Milliseconds,
      oldest: Milliseconds,
    }),
  ),
  /** What was asked most, by groups of questions; `before` is the period before. */
  questions: z.array(Counted.extend({ before: Count })),
  lastYear: Totals,
  /** Of the week that begins today, whatever the period; null where too little is known. */
  forecast: z
    .object({
      days: z.array(z.object({ date: z.iso.date(), open: z.number() })),
      error: z.number().nullable(),
      tried: Count,
    })
    .nullable(),
});
export type Details = z.infer<typeof Details>;
export type TimeDetail = z.infer<typeof Time>;
