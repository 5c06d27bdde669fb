import { readFileSync } from 'node:fs';
import type { Instant } from '../time/index.ts';
import type { CalendarSpec, ProductionCalendar } from './index.ts';
import { exceptionsFrom, parseProductionCalendar, prepare } from './index.ts';

const at = (iso: string): Instant => Temporal.Instant.from(iso).epochMilliseconds as Instant;
const office = { fromMinute: 540, toMinute: 1080 };
const week: CalendarSpec['week'] = { mon: [office], tue: [office], wed: [office], thu: [office], fri: [office] };
const zones = { ru: 'Europe/Moscow', kz: 'Asia/Almaty', ua: 'Europe/Kyiv' } as const;

function load(id: keyof typeof zones): ProductionCalendar {
  const csv = readFileSync(new URL(`../../../regulations/calendars/${id}.csv`, import.meta.url), 'utf8');
  const parsed = parseProductionCalendar(id, csv);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes));
  return parsed.calendar;
}

const calendarOf = (id: keyof typeof zones, breaks?: CalendarSpec['week']) =>
  prepare({
    id,
    timeZone: zones[id],
    week,
    exceptions: exceptionsFrom(load(id), week, breaks),
    ...(breaks === undefined ? {} : { breaks }),
  });

/** Working hours of a local day. */
function hoursOn(id: keyof typeof zones, date: string, breaks?: CalendarSpec['week']): number {
  const day = Temporal.PlainDate.from(date);
  const start = (of: Temporal.PlainDate) => of.toZonedDateTime(zones[id]).epochMilliseconds as Instant;
  return calendarOf(id, breaks).between(start(day), start(day.add({ days: 1 }))) / 3_600_000;
}

describe('production calendars of the three countries', () => {
  it.each<[keyof typeof zones, string, number, string]>([
    // Hours of an office that works 9:00–18:00 on weekdays.
    ['ru', '2024-04-27', 9, 'working Saturday instead of Monday 29 April'],
    ['ru', '2024-04-29', 0, 'the Monday it was exchanged for'],
    ['ru', '2024-11-02', 8, 'working Saturday before a holiday, an hour shorter'],
    ['ru', '2024-12-28', 9, 'working Saturday instead of 30 December'],
    ['ru', '2025-11-01', 8, 'working Saturday, an hour shorter'],
    ['ru', '2025-11-03', 0, 'the Monday it was exchanged for'],
    ['ru', '2026-01-09', 0, 'transferred day off'],
    ['ru', '2026-12-31', 0, 'transferred day off'],
    ['ru', '2026-11-03', 8, 'short day before 4 November'],
    ['ru', '2026-11-20', 9, 'ordinary Friday'],
    ['ru', '2027-05-03', 0, '1 May 2027 is a Saturday: the day off moves by law'],
    ['kz', '2024-05-04', 9, 'working Saturday'],
    ['kz', '2025-01-05', 9, 'working Sunday'],
    ['kz', '2026-08-31', 9, '30 August is no holiday any more, nothing is transferred'],
    ['kz', '2027-03-15', 0, 'Constitution Day from 2027'],
    ['ua', '2022-03-08', 0, 'the last holiday before martial law'],
    ['ua', '2022-05-09', 9, 'a holiday under martial law is a working day'],
    ['ua', '2026-08-24', 9, 'Independence Day, a Monday, is a working day'],
    ['ua', '2024-08-24', 0, 'the same on a Saturday stays a day off'],
  ])('%s %s: %i working hours (%s)', (id, date, expected) => {
    expect(hoursOn(id, date)).toBe(expected);
  });

  it.each(['ru', 'kz', 'ua'] as const)('%s covers 2023–2027, names its source and how far it is decreed', (id) => {
    const calendar = load(id);
    const years = new Set([...calendar.days.keys()].map((date) => date.slice(0, 4)));
    expect([...years]).toEqual(expect.arrayContaining(['2023', '2024', '2025', '2026', '2027']));
    expect(calendar.source.length).toBeGreaterThan(20);
    expect(calendar.completeThrough).toBe(2026);
  });

  it('Russia 2023–2026 has the working days that the decrees say', () => {
    const calendar = calendarOf('ru');
    const daysOf = (year: number) =>
      calendar
        .openIntervals(at(`${year}-01-01T00:00+03:00`), at(`${year + 1}-01-01T00:00+03:00`))
        .filter((interval) => interval.to > interval.from).length;
    expect([2023, 2024, 2025, 2026].map(daysOf)).toEqual([247, 248, 247, 247]);
  });

  it('ovk 1.3: ten to six before the long weekend of November 2025, thirty minutes end on Wednesday', () => {
    // Saturday 1 November 2025 is worked (till 17:00), Monday and Tuesday are off.
    const calendar = calendarOf('ru');
    expect(calendar.add(at('2025-10-31T17:50+03:00'), 30 * 60_000)).toBe(at('2025-11-01T09:20+03:00'));
    expect(calendar.add(at('2025-11-01T16:50+03:00'), 30 * 60_000)).toBe(at('2025-11-05T09:20+03:00'));
    expect(calendar.reasonOf('2025-11-03')).toBe('Выходной перенесён с 1 ноября');
  });

  it('a lunch break is kept on a working Saturday, and a short day loses its last hour', () => {
    const lunch = { mon: [{ fromMinute: 780, toMinute: 840 }], tue: [{ fromMinute: 1020, toMinute: 1080 }] };
    expect(hoursOn('ru', '2024-12-28', lunch)).toBe(8);
    // Tuesday's break is its last hour: the hour that falls away is the one before it.
    expect(hoursOn('ru', '2026-11-03', lunch)).toBe(7);
  });
});

describe('reading a production calendar', () => {
  it('names the line of every mistake', () => {
    const csv =
      '# source: a decree\n# complete-through: 2026\ndate,status,reason\n2026-02-30,off,x\n2026-03-02,free,x\n2026-03-01,off,a\n2026-03-01,off,b\n2026-04-01,off,\nnonsense';
    expect(parseProductionCalendar('xx', csv)).toEqual({
      ok: false,
      mistakes: [
        { line: 4, sentence: 'there is no date `2026-02-30`; expected YYYY-MM-DD' },
        { line: 5, sentence: 'the status of 2026-03-02 is `free`; expected off, short or work' },
        { line: 7, sentence: '2026-03-01 does not come after 2026-03-01; each date stands once, in order' },
        { line: 8, sentence: '2026-04-01 has no reason' },
        { line: 9, sentence: 'expected date,status,reason, found `nonsense`' },
      ],
    });
  });

  it('wants the source and the last decreed year', () => {
    expect(parseProductionCalendar('xx', 'date,status,reason\n')).toMatchObject({
      ok: false,
      mistakes: [{ sentence: expect.stringContaining('source') }, { sentence: expect.stringContaining('decreed') }],
    });
  });
});
