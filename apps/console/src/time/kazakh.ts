// Browsers come without Kazakh (Chromium writes `2026 M12 7` and `2 h`), so its words stand here, as CLDR has them.

const months = {
  long: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  short: 'қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.'.split(' '),
};
/** From Sunday. */
const weekdays = {
  long: 'жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'.split(' '),
  short: 'жс дс сс ср бс жм сб'.split(' '),
};
const units = { day: 'күн', hour: 'сағ', minute: 'мин', second: 'с' } as const;

type Width = 'long' | 'short';

/** Which parts of a date to say; a part that is left out is not said. */
export interface DateParts {
  readonly weekday?: Width;
  readonly day?: 'numeric';
  readonly month?: Width;
  readonly year?: 'numeric';
  /** An IANA name. */
  readonly timeZone: string;
}

/** A date in Kazakh: `2026 ж. 7 желтоқсан`, `7 жел., дс`, `2026 ж. желтоқсан`. */
export function kazakhDate(at: number, wanted: DateParts): string {
  const local = localParts(at, wanted.timeZone);
  const date = [
    wanted.year && `${local.year} ж.`,
    wanted.day && local.day,
    wanted.month && months[wanted.month][Number(local.month) - 1],
  ];
  const weekday = wanted.weekday && weekdays[wanted.weekday][english.indexOf(local.weekday ?? '')];
  return [date.filter(Boolean).join(' '), weekday].filter(Boolean).join(', ');
}

const english = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The date as numbers, which every browser knows how to say. */
function localParts(at: number, timeZone: string): Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> {
  const format = { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short' } as const;
  const parts = new Intl.DateTimeFormat('en', format).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** An amount of a unit of time in Kazakh: `2 сағ`. */
export const kazakhUnit = (value: number, unit: keyof typeof units): string => `${value} ${units[unit]}`;
