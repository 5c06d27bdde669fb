import type { CalendarSpec, LocalHours, Weekday } from '../calendar/types.ts';
import type { Language } from './types.ts';
import { DAY_MINUTES, WEEKDAYS } from './values.ts';

const DAYS: Readonly<Record<Language, readonly string[]>> = {
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  uk: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'],
  kk: ['дс', 'сс', 'ср', 'бс', 'жм', 'сн', 'жс'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const AROUND_THE_CLOCK: Readonly<Record<Language, string>> = {
  ru: 'круглосуточно',
  uk: 'цілодобово',
  kk: 'тәулік бойы',
  en: 'around the clock',
};

/** The ordinary week for a letter or a page: `пн–пт 9:00–13:00, 14:00–18:00; сб 10:00–14:00`. */
export function hoursInWords(calendar: CalendarSpec, language: Language): string {
  const days = WEEKDAYS.map((day, index) => ({ index, text: dayInWords(calendar, day) })).filter(
    ({ text }) => text !== '',
  );
  const groups: { first: number; last: number; text: string }[] = [];
  for (const { index, text } of days) {
    const group = groups.at(-1);
    if (group && group.text === text && group.last === index - 1) group.last = index;
    else groups.push({ first: index, last: index, text });
  }
  const whole =
    groups.length === 1 && groups[0]?.first === 0 && groups[0].last === 6 && groups[0].text === '0:00–24:00';
  if (whole) return AROUND_THE_CLOCK[language];
  const name = (index: number) => DAYS[language][index] ?? '';
  return groups
    .map(({ first, last, text }) => `${name(first)}${last === first ? '' : `–${name(last)}`} ${text}`)
    .join('; ');
}

function dayInWords(calendar: CalendarSpec, day: Weekday): string {
  return withoutBreaks(calendar.week[day] ?? [], calendar.breaks?.[day] ?? [])
    .map(({ fromMinute, toMinute }) => `${timeInWords(fromMinute)}–${timeInWords(toMinute)}`)
    .join(', ');
}

function withoutBreaks(hours: readonly LocalHours[], breaks: readonly LocalHours[]): readonly LocalHours[] {
  return breaks.reduce<readonly LocalHours[]>(
    (left, pause) =>
      left.flatMap(({ fromMinute, toMinute }) =>
        [
          { fromMinute, toMinute: Math.min(toMinute, pause.fromMinute) },
          { fromMinute: Math.max(fromMinute, pause.toMinute), toMinute },
        ].filter((part) => part.fromMinute < part.toMinute),
      ),
    hours,
  );
}

const timeInWords = (minute: number): string => {
  const within = minute > DAY_MINUTES ? minute - DAY_MINUTES : minute;
  return `${Math.floor(within / 60)}:${String(within % 60).padStart(2, '0')}`;
};
