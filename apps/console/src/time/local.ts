import { localDate, timeOfDay } from './format.ts';

/** The value of a field for date and time (`2026-11-27T12:30`) as it stands on the clocks of `timeZone`. */
export const localField = (at: number, timeZone: string): string =>
  `${localDate(at, timeZone)}T${timeOfDay(at, timeZone, 'en')}`;

/**
 * The moment that a field for date and time means in `timeZone`; null while it is not filled in. In the hour that a change of
 * offset repeats, the first one is meant; in the one it leaves out, the moment after it.
 */
export function momentOf(field: string, timeZone: string): string | null {
  if (!/^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(field)) return null;
  const meant = Date.parse(`${field}:00Z`);
  if (Number.isNaN(meant)) return null;
  const offsetAt = (at: number): number => Date.parse(`${localField(at, timeZone)}:00Z`) - at;
  // The offset of the day before and of the day after: the same but for the days on which it changes.
  const candidates = [meant - offsetAt(meant - DAY), meant - offsetAt(meant + DAY)].sort((a, b) => a - b);
  const at = candidates.find((one) => localField(one, timeZone) === field) ?? candidates[1];
  return at === undefined ? null : new Date(at).toISOString();
}

const DAY = 86_400_000;
