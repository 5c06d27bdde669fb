import type { Language } from '../api/types.ts';
import { type DateParts, kazakhDate, kazakhUnit } from './kazakh.ts';

const cache = new Map<string, Intl.DateTimeFormat>();

/** English dates are read by people in three countries: day before month, 24 hours. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), options);
  cache.set(key, made);
  return made;
}

export type At = string | number;
const date = (at: At) => (typeof at === 'number' ? at : Date.parse(at));

/** A date with words in it. */
const dateOf = (at: number, language: Language, parts: DateParts): string =>
  language === 'kk' ? kazakhDate(at, parts) : formatter(language, parts).format(at);

/** `09:20` in the tenant’s zone. */
export function timeOfDay(at: At, timeZone: string, language: Language): string {
  return formatter(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date(at));
}

/** `09:20:07` in the tenant’s zone. */
export function secondOfDay(at: At, timeZone: string, language: Language): string {
  const second = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return formatter(language, { timeZone, ...second }).format(date(at));
}

/** `2 Nov 2026, 09:14` in the tenant’s zone. */
export function dateTime(at: At, timeZone: string, language: Language): string {
  const day = dateOf(date(at), language, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  return `${day}, ${timeOfDay(at, timeZone, language)}`;
}

/** The local calendar date, `2026-11-02`: for comparing days and for date fields. */
export function localDate(at: At, timeZone: string): string {
  return formatter('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(date(at))
    .reduce((parts, { type, value }) => parts.replace(type, value), 'year-month-day');
}

/** As short as it stays clear: `09:20` today, `Mon, 9 Nov, 09:20` on another day. */
export function nearMoment(at: At, now: number, timeZone: string, language: Language): string {
  const time = timeOfDay(at, timeZone, language);
  if (localDate(at, timeZone) === localDate(now, timeZone)) return time;
  return `${dateOf(date(at), language, { timeZone, weekday: 'short', day: 'numeric', month: 'short' })}, ${time}`;
}

/** `UTC+3`, as the zone stands at that moment. */
export function utcOffset(at: At, timeZone: string): string {
  const parts = formatter('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(date(at));
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name.replace('GMT', 'UTC');
}

/** A calendar date without a zone (`2026-11-02`) as people write it. */
export function plainDate(day: string, language: Language, month: 'short' | 'long' = 'long'): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return dateOf(noon, language, { timeZone: 'UTC', day: 'numeric', month, year: 'numeric' });
}

/** `November 2026` of `2026-11`. */
export function monthName(month: string, language: Language): string {
  return dateOf(Date.parse(`${month}-15T12:00:00Z`), language, { timeZone: 'UTC', month: 'long', year: 'numeric' });
}

/** The name of a day of the week by its English short name (`mon`). */
export function weekdayName(day: string, language: Language, width: 'short' | 'long'): string {
  const index = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day.slice(0, 3).toLowerCase());
  // 2024-01-01 was a Monday.
  return dateOf(Date.UTC(2024, 0, 1 + Math.max(0, index)), language, { timeZone: 'UTC', weekday: width });
}

/** A length of time in two units at most: `2 h 5 min`, `40 s`. */
export function duration(ms: number, language: Language): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const unit = (value: number, name: 'day' | 'hour' | 'minute' | 'second') =>
    language === 'kk'
      ? kazakhUnit(value, name)
      : new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  if (seconds < 60) return unit(seconds, 'second');
  if (seconds < 3600) {
    const rest = seconds % 60;
    return rest === 0 || seconds >= 600
      ? unit(Math.round(seconds / 60), 'minute')
      : `${unit(Math.floor(seconds / 60), 'minute')} ${unit(rest, 'second')}`;
  }
  const minutes = Math.round(seconds / 60);
  const rest = minutes % 60;
  const hours = unit(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
}

/** Numbers with the language’s grouping and separators. Kazakh writes them as Russian does, which browsers know. */
export const numbersIn = (language: Language, options?: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(language === 'kk' ? 'ru' : localeOf(language), options);

/** A whole number. */
export const count = (value: number, language: Language): string => numbersIn(language).format(value);

/** A share of one as a percentage. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** `3:02`, or `1:03:02` from an hour on: how long something sounds. */
export function lengthOf(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
