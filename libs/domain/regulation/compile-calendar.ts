import { exceptionsFrom } from '../calendar/index.ts';
import type { CalendarSpec, LocalHours, Weekday } from '../calendar/types.ts';
import type { Draft } from './draft.ts';
import type { Rule } from './mistake-words/index.ts';
import type { Path } from './source.ts';
import { DAY_MINUTES, type HoursFault, parseHours, parseWeekdays, WEEKDAYS } from './values.ts';

type Week = Partial<Record<Weekday, readonly LocalHours[]>>;

/** The tenant's hours, its country's production calendar and its own exceptions as one calendar; own exceptions win. */
export function compileCalendar(draft: Draft): CalendarSpec {
  const entry = draft.file.calendar;
  const before = draft.mistakes.length;
  const week = compileWeek(draft, entry.week, ['calendar', 'week']);
  const isRead = draft.mistakes.length === before;
  const breaks = compileWeek(draft, entry.breaks ?? {}, ['calendar', 'breaks']);
  if (isRead && Object.keys(week).length === 0) draft.mistake(['calendar', 'week'], 'noWorkingHours');
  checkMidnight(draft, week);
  return {
    id: draft.file.tenant,
    timeZone: entry.timeZone,
    week,
    exceptions: new Map([...productionDays(draft, week, breaks), ...ownDays(draft)]),
    ...(Object.keys(breaks).length > 0 ? { breaks } : {}),
  };
}

/** The length of the tenant's ordinary working day in minutes, breaks taken out: what "working days" are counted in. */
export function ordinaryDayMinutes(calendar: CalendarSpec): number {
  const length = (hours: readonly LocalHours[] | undefined) =>
    (hours ?? []).reduce((sum, interval) => sum + interval.toMinute - interval.fromMinute, 0);
  const day = WEEKDAYS.find((weekday) => length(calendar.week[weekday]) > 0);
  return day === undefined ? 0 : length(calendar.week[day]) - length(calendar.breaks?.[day]);
}

function compileWeek(draft: Draft, entries: Readonly<Record<string, string>>, path: Path): Week {
  const week: Week = {};
  for (const [days, text] of Object.entries(entries)) {
    const hours = readHours(draft, text, [...path, days]);
    for (const day of parseWeekdays(days) ?? []) {
      if (week[day]) draft.mistake([...path, days], 'hoursTwice', { day });
      if (hours.length > 0) week[day] = hours;
    }
  }
  return week;
}

const HOURS_FAULTS = {
  unreadable: 'hoursUnreadable',
  order: 'hoursOutOfOrder',
  overlap: 'hoursOverlap',
} as const satisfies Readonly<Record<HoursFault, Rule>>;

function readHours(draft: Draft, text: string, path: Path): readonly LocalHours[] {
  const hours = parseHours(text);
  if (typeof hours !== 'string') return hours;
  draft.mistake(path, HOURS_FAULTS[hours], { text });
  return [];
}

/** Hours past midnight must not run into the hours of the next day. */
function checkMidnight(draft: Draft, week: Week): void {
  for (const [index, day] of WEEKDAYS.entries()) {
    const next = WEEKDAYS[(index + 1) % WEEKDAYS.length];
    const end = (week[day]?.at(-1)?.toMinute ?? 0) - DAY_MINUTES;
    const start = next === undefined ? undefined : week[next]?.[0]?.fromMinute;
    if (next !== undefined && end > 0 && start !== undefined && start < end) {
      draft.mistake(['calendar', 'week'], 'hoursPastMidnight', { day, next });
    }
  }
}

type Exceptions = CalendarSpec['exceptions'];

function productionDays(draft: Draft, week: Week, breaks: Week): Exceptions {
  const id = draft.file.calendar.productionCalendar;
  if (id === undefined) return new Map();
  const calendar = draft.productionCalendars.get(id);
  if (calendar) return exceptionsFrom(calendar, week, breaks);
  const known = [...draft.productionCalendars.keys()];
  draft.mistake(['calendar', 'productionCalendar'], 'noProductionCalendar', { id, known });
  return new Map();
}

function ownDays(draft: Draft): Exceptions {
  return new Map(
    Object.entries(draft.file.calendar.exceptions ?? {}).map(([date, day]) => {
      const hours = readHours(draft, day.hours, ['calendar', 'exceptions', date, 'hours']);
      return [date, { hours, reason: day.reason }];
    }),
  );
}
