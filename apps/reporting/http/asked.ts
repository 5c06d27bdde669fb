import { IsoInstant } from '@reglament/contracts';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Instant, localDate } from '@reglament/domain/time';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { z } from 'zod';
import { daysBetween, LONGEST_DAYS, type Period, periodOf, rangeOf } from '../statistics/period.ts';
import { badRange } from './texts.ts';

/** Dates that hotlines and ClickHouse have in common. */
const isOfOurTime = (text: string): boolean => text >= '2000-01-01' && text < '2100-01-01';
const ofOurTime = { message: 'between 2000-01-01 and 2099-12-31' };
export const Day = z.iso.date().refine(isOfOurTime, ofOurTime);
export const Moment = IsoInstant.refine(isOfOurTime, ofOurTime);

/** A period as callers name it. */
export const Asked = z.object({
  period: z.enum(['day', 'week', 'month', 'range']).default('day'),
  /** Any day of the day, week or month, on the tenant's calendar; today unless said. */
  date: Day.optional(),
  /** Of a range: its first and its last day. */
  from: Day.optional(),
  to: Day.optional(),
});

const refusal = (rule: keyof typeof badRange, field: 'from' | 'to', language: Language) =>
  refuse({
    code: 'bad-period',
    status: 422,
    detail: badRange[rule][language],
    data: { field, rule, longestDays: LONGEST_DAYS },
  });

/** The period that was asked for, on the tenant's calendar; a range that cannot be is refused with its field and the rule. */
export function periodAsked(
  regulation: Regulation,
  asked: z.output<typeof Asked>,
  now: Instant,
  language: Language,
): Outcome<Period> {
  const { timeZone } = regulation.calendar;
  if (asked.period !== 'range') return accept(periodOf(asked.period, asked.date ?? localDate(now, timeZone), timeZone));
  const { from, to } = asked;
  if (from === undefined) return refusal('missing', 'from', language);
  if (to === undefined) return refusal('missing', 'to', language);
  if (to < from) return refusal('reversed', 'to', language);
  if (daysBetween(from, to) > LONGEST_DAYS) return refusal('long', 'to', language);
  return accept(rangeOf(from, to, timeZone));
}
