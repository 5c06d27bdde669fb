import type { Language } from '../regulation/types.ts';

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', uk: 'uk-UA', kk: 'kk-KZ', en: 'en-GB' };

/** A whole number as the language writes it: `1 234`, `1,234`. */
export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 }).format(value);

/** A part of one as whole percent: `37 %`, `37%`. */
export const percentIn = (language: Language, part: number): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(part);

/** `November 2026` in the language, in the form that stands alone. */
export function monthIn(language: Language, month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const text = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, number - 1, 1)),
  );
  return MONTH_OF_YEAR[language](text, year);
}

const MONTH_OF_YEAR: Readonly<Record<Language, (month: string, year: number) => string>> = {
  ru: (month, year) => `${month} ${year} года`,
  uk: (month, year) => `${month} ${year} року`,
  kk: (month, year) => `${year} жылғы ${month.toLowerCase()}`,
  en: (month, year) => `${month} ${year}`,
};

/** `12 November` in the language. */
export const dayIn = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A number with its noun in the right form: `1 обращение`, `3 обращения`, `5 обращений`. */
export function nounsIn(language: Language, value: number, forms: Forms): string {
  const rule = new Intl.PluralRules(LOCALES[language]).select(value);
  return `${numberIn(language, value)} ${forms[rule] ?? forms.other}`;
}

const UNITS: Readonly<Record<Language, readonly [day: string, hour: string, minute: string, second: string]>> = {
  ru: ['дн.', 'ч', 'мин', 'с'],
  uk: ['дн.', 'год', 'хв', 'с'],
  kk: ['күн', 'сағ', 'мин', 'с'],
  en: ['d', 'h', 'min', 's'],
};

/** A length of time in its two largest units: `2 h 5 min`. */
export function durationIn(language: Language, seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  const first = parts.findIndex((part) => part > 0);
  if (first < 0) return `0 ${UNITS[language][3]}`;
  return parts
    .slice(first, first + 2)
    .map((part, index) => (part === 0 ? '' : `${part} ${UNITS[language][first + index] ?? ''}`))
    .filter((text) => text !== '')
    .join(' ');
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

const WITH_YEAR: Readonly<Record<Language, (day: string, year: string) => string>> = {
  ru: (day, year) => `${day} ${year} года`,
  uk: (day, year) => `${day} ${year} року`,
  kk: (day, year) => `${year} жылғы ${day}`,
  en: (day, year) => `${day} ${year}`,
};
