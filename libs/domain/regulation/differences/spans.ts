import type { LocalHours } from '../../calendar/types.ts';
import { ordinaryDayMinutes } from '../compile-calendar.ts';
import { LOCALES } from '../text.ts';
import type { ClockRule, Language, Regulation } from '../types.ts';
import { DAY_OFF, NONE } from './names.ts';

type Words = Readonly<Record<Language, string>>;

const WORKING: Words = {
  ru: '{span} рабочего времени',
  uk: '{span} робочого часу',
  kk: 'жұмыс уақытымен {span}',
  en: '{span} of working time',
};
const ELAPSED: Words = {
  ru: '{span} подряд, днём и ночью',
  uk: '{span} поспіль, вдень і вночі',
  kk: 'күн-түні қатарынан {span}',
  en: '{span} without a break, day and night',
};
const WORKING_DAYS: Readonly<Record<Language, Partial<Record<Intl.LDMLPluralRule, string>>>> = {
  ru: { one: '{n} рабочий день', few: '{n} рабочих дня', other: '{n} рабочих дней' },
  uk: { one: '{n} робочий день', few: '{n} робочі дні', other: '{n} робочих днів' },
  kk: { other: '{n} жұмыс күні' },
  en: { one: '{n} working day', other: '{n} working days' },
};
const SET_BY_HAND: Words = {
  ru: 'до момента, который назначают',
  uk: 'до моменту, який призначають',
  kk: 'белгіленген сәтке дейін',
  en: 'until the moment that is set',
};
const NO_TARGET: Words = { ru: 'без срока', uk: 'без строку', kk: 'мерзімсіз', en: 'no target' };

/** How long, in words: `30 минут рабочего времени`, `5 рабочих дней`, `без срока`. */
export function targetInWords(rule: ClockRule, calendar: Regulation['calendar'], language: Language): string {
  if (rule.dueBy !== null) return SET_BY_HAND[language];
  if (rule.within === null) return NO_TARGET[language];
  if (rule.time === 'elapsed') return ELAPSED[language].replace('{span}', spanInWords(rule.within, language));
  const day = ordinaryDayMinutes(calendar) * 60_000;
  if (day > 0 && rule.within % day === 0) return workingDays(rule.within / day, language);
  return WORKING[language].replace('{span}', spanInWords(rule.within, language));
}

function workingDays(days: number, language: Language): string {
  const forms = WORKING_DAYS[language];
  const form = forms[new Intl.PluralRules(LOCALES[language]).select(days)] ?? forms.other ?? '{n}';
  return form.replace('{n}', String(days));
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** `1 час 30 минут`: a span in its own units, days where they are whole. */
export function spanInWords(ms: number, language: Language): string {
  const parts: string[] = [];
  let left = ms;
  for (const [unit, size] of UNITS) {
    if (unit === 'day' && left % size !== 0) continue;
    const amount = Math.floor(left / size);
    left -= amount * size;
    if (amount === 0) continue;
    parts.push(new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(amount));
  }
  return parts.join(' ');
}

export const partsInWords = (parts: readonly number[], language: Language): string =>
  parts.length === 0
    ? NONE[language]
    : parts.map((part) => new Intl.NumberFormat(LOCALES[language], { style: 'percent' }).format(part)).join(', ');

const clock = (minute: number): string =>
  `${Math.floor((minute % 1440) / 60) || (minute === 1440 ? 24 : 0)}:${String(minute % 60).padStart(2, '0')}`;

/** One day's hours: `9:00–13:00, 14:00–18:00`, or that it is a day off. */
export const dayInWords = (hours: readonly LocalHours[], language: Language): string =>
  hours.length === 0
    ? DAY_OFF[language]
    : hours.map(({ fromMinute, toMinute }) => `${clock(fromMinute)}–${clock(toMinute)}`).join(', ');

export const dateInWords = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));
