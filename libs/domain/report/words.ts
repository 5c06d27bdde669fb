import { LOCALES } from '../regulation/text.ts';
import type { Language } from '../regulation/types.ts';

/** A number and its unit stay on one line. */
export const NO_BREAK = '\u00a0';

/** A whole number as the language writes it: `1 234`, `1,234`. */
export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 }).format(value);

/** A part of one as whole percent: `37 %`, `37%`. */
export const percentIn = (language: Language, part: number): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(part);

/** `November`, in the form that stands alone, as a heading has it. */
export function monthNameIn(language: Language, month: string): string {
  const name = monthAlone(language, month);
  return `${name.slice(0, 1).toLocaleUpperCase(LOCALES[language])}${name.slice(1)}`;
}

function monthAlone(language: Language, month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' })
    .format(new Date(Date.UTC(year, number - 1, 1)))
    .toLocaleLowerCase(LOCALES[language]);
}

/** `November 2026` in the language, in the form that stands alone. */
export const monthIn = (language: Language, month: string): string =>
  MONTH_OF_YEAR[language](
    language === 'en' ? monthNameIn(language, month) : monthAlone(language, month),
    month.slice(0, 4),
  );

const MONTH_OF_YEAR: Readonly<Record<Language, (month: string, year: string) => string>> = {
  ru: (month, year) => `${month} ${year} года`,
  uk: (month, year) => `${month} ${year} року`,
  kk: (month, year) => `${year} жылғы ${month}`,
  en: (month, year) => `${month} ${year}`,
};

/** `12 November` in the language, never broken between two lines. */
export const dayIn = (language: Language, date: string): string =>
  unbroken(
    new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    ),
  );

/** `Monday` in the language. */
export const weekdayIn = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

const unbroken = (text: string): string => text.replaceAll(' ', NO_BREAK);

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A number with its noun in the right form: `1 обращение`, `3 обращения`, `5 обращений`. */
export function nounsIn(language: Language, value: number, forms: Forms): string {
  const rule = new Intl.PluralRules(LOCALES[language]).select(value);
  return `${numberIn(language, value)}${NO_BREAK}${forms[rule] ?? forms.other}`;
}

const UNITS: Readonly<Record<Language, readonly [day: string, hour: string, minute: string, second: string]>> = {
  ru: ['дн.', 'ч', 'мин', 'с'],
  uk: ['дн.', 'год', 'хв', 'с'],
  kk: ['күн', 'сағ', 'мин', 'с'],
  en: ['d', 'h', 'min', 's'],
};

/** From ten minutes on seconds say nothing, and from ten hours on minutes do not. */
const FINE = [
  { below: 600, step: 1 },
  { below: 36_000, step: 60 },
  { below: Number.POSITIVE_INFINITY, step: 3600 },
] as const;

/** A length of time in at most two units, as finely as a person would tell it: `45 s`, `24 min`, `2 h 5 min`, `3 d 4 h`. */
export function durationIn(language: Language, seconds: number): string {
  const step = FINE.find(({ below }) => seconds < below)?.step ?? 1;
  const whole = Math.round(seconds / step) * step;
  const parts = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  const said = parts.flatMap((part, index) =>
    part === 0 ? [] : [`${part}${NO_BREAK}${UNITS[language][index] ?? ''}`],
  );
  return said.slice(0, 2).join(NO_BREAK) || `0${NO_BREAK}${UNITS[language][3]}`;
}

/** The clock's hour, `9:00`; midnight at the end of a day is `24:00`. */
export const clockHour = (hour: number): string => `${hour}:00`;

/** `+5`, `−3`, and a dash where nothing changed: with a true minus. */
export const changeIn = (language: Language, by: number): string => {
  if (by === 0) return '—';
  return by > 0 ? `+${numberIn(language, by)}` : `−${numberIn(language, -by)}`;
};

/** `12` of `2026-11-12`, for an axis. */
export const dayOfMonth = (date: string): string => String(Number(date.slice(8, 10)));

/** `12 November 2026`, as a date is said in a sentence; Kazakh begins with the year. */
export const longDayIn = (language: Language, date: string): string =>
  WITH_YEAR[language](dayIn(language, date), date.slice(0, 4));

/** `9–15 November 2026`, `28 September – 4 October 2026`. Both days are of one year, or each has its own. */
export function daysIn(language: Language, from: string, to: string): string {
  const year = to.slice(0, 4);
  if (from.slice(0, 4) !== year) return `${longDayIn(language, from)} – ${longDayIn(language, to)}`;
  const days =
    from.slice(0, 7) === to.slice(0, 7)
      ? `${Number(from.slice(8))}–${dayIn(language, to)}`
      : `${dayIn(language, from)} – ${dayIn(language, to)}`;
  return WITH_YEAR[language](days, year);
}

const WITH_YEAR: Readonly<Record<Language, (day: string, year: string) => string>> = {
  ru: (day, year) => `${day} ${year}${NO_BREAK}года`,
  uk: (day, year) => `${day} ${year}${NO_BREAK}року`,
  kk: (day, year) => `${year}${NO_BREAK}жылғы ${day}`,
  en: (day, year) => `${day} ${year}`,
};
