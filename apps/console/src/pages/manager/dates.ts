import type { Period } from './api.ts';

const dayMs = 86_400_000;

/** The date one period earlier or later. Dates are `YYYY-MM-DD`; a month that is too short gives its last day. */
export function shiftDate(date: string, period: Exclude<Period, 'range'>, by: 1 | -1): string {
  const at = new Date(`${date}T12:00:00Z`);
  if (period !== 'month')
    return new Date(at.getTime() + by * (period === 'week' ? 7 : 1) * dayMs).toISOString().slice(0, 10);
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at.getUTCDate(), days));
  return first.toISOString().slice(0, 10);
}

/** Whether a text from the address is a real date. */
export function isDate(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Whether a text from the address is a month. */
export function isMonth(text: string | undefined): text is string {
  return text !== undefined && isDate(`${text}-01`);
}

/** By how much a figure changed, as a share of the earlier one; null where there was nothing to compare with. */
export function change(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before;
}
