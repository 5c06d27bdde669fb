import fc from 'fast-check';
import type { Instant } from '../time/index.ts';
import type { CalendarSpec, LocalHours, Weekday } from './index.ts';
import { prepare, zoneOf } from './index.ts';

const at = (iso: string): Instant => Temporal.Instant.from(iso).epochMilliseconds as Instant;
const iso = (moment: Instant): string => new Date(moment).toISOString();
const hours = (from: number, to: number): LocalHours => ({ fromMinute: from * 60, toMinute: to * 60 });
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const everyDay: readonly Weekday[] = [...weekdays, 'sat', 'sun'];

function calendar(spec: Partial<CalendarSpec> = {}): CalendarSpec {
  const week = Object.fromEntries(weekdays.map((day) => [day, [hours(9, 18)]]));
  return { id: 'test', timeZone: 'Europe/Moscow', week, exceptions: new Map(), ...spec };
}

/** The calendars the properties run on: offices, nights, split days, around the clock, zones with and without summer time. */
const samples: readonly CalendarSpec[] = [
  calendar(),
  calendar({ timeZone: 'Europe/Kyiv' }),
  calendar({ timeZone: 'Asia/Almaty', breaks: { mon: [hours(13, 14)], wed: [hours(12, 13), hours(15, 16)] } }),
  calendar({ timeZone: 'America/New_York', week: Object.fromEntries(everyDay.map((day) => [day, [hours(22, 26)]])) }),
  calendar({ timeZone: 'Europe/Berlin', week: Object.fromEntries(everyDay.map((day) => [day, [hours(0, 24)]])) }),
  calendar({ timeZone: 'Australia/Lord_Howe', week: { sun: [hours(1, 3)], sat: [hours(22, 40)] } }),
  calendar({
    timeZone: 'Europe/Kyiv',
    exceptions: new Map([
      ['2026-03-28', { hours: [hours(20, 30)], reason: 'night into summer time' }],
      ['2026-06-01', { hours: [], reason: 'day off' }],
      ['2026-06-06', { hours: [hours(9, 13)], reason: 'working Saturday' }],
    ]),
  }),
];

const moment = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2027-12-31T00:00Z') }).map((n) => n as Instant);
const span = fc.oneof(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 0, max: 40 * 86_400_000 }));
const prepared = samples.map((spec) => prepare(spec));
const sample = fc.constantFrom(...prepared);
// The seed is part of the tests' name, so that every run can be repeated: PROPERTY_SEED=… PROPERTY_RUNS=…
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 10_000), seed };
// Passing tests are not named in a run of many files, and a run that cannot be repeated proves little.
process.stderr.write(`properties of working time: ${runs.numRuns} cases each, seed ${seed}\n`);

describe(`properties of working time (seed ${seed})`, () => {
  it('adding and measuring are inverse', () => {
    fc.assert(
      fc.property(sample, moment, span, (cal, from, length) => {
        expect(cal.between(from, cal.add(from, length))).toBe(length);
        expect(cal.between(from, cal.add(from, -length))).toBe(length === 0 ? 0 : -length);
      }),
      runs,
    );
  });

  it('measuring and adding are inverse up to closed time', () => {
    fc.assert(
      fc.property(sample, moment, moment, (cal, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const reached = cal.add(from, cal.between(from, to));
        expect(reached).toBeLessThanOrEqual(to);
        expect(cal.between(reached, to)).toBe(0);
      }),
      runs,
    );
  });

  it('adding is monotonic in the start and in the span', () => {
    fc.assert(
      fc.property(
        sample,
        moment,
        fc.nat(10 * 86_400_000),
        span,
        fc.nat(86_400_000),
        (cal, from, later, length, more) => {
          expect(cal.add((from + later) as Instant, length)).toBeGreaterThanOrEqual(cal.add(from, length));
          expect(cal.add(from, length + more)).toBeGreaterThanOrEqual(cal.add(from, length));
          expect(cal.add((from + later) as Instant, -length)).toBeGreaterThanOrEqual(cal.add(from, -length));
        },
      ),
      runs,
    );
  });

  it('splitting an interval changes nothing', () => {
    fc.assert(
      fc.property(sample, fc.array(moment, { minLength: 3, maxLength: 6 }), (cal, moments) => {
        const [first, ...rest] = moments.sort((a, b) => a - b);
        let here = first ?? at('2026-01-01T00:00Z');
        const start = here;
        let sum = 0;
        for (const next of rest) {
          sum += cal.between(here, next);
          here = next;
        }
        expect(sum).toBe(cal.between(start, here));
      }),
      runs,
    );
  });

  it('the open intervals shown add up to the time measured, and reversing measures the negative', () => {
    fc.assert(
      fc.property(sample, moment, fc.nat(60 * 86_400_000), (cal, from, length) => {
        const to = (from + length) as Instant;
        const shown = cal.openIntervals(from, to);
        expect(shown.reduce((sum, interval) => sum + interval.to - interval.from, 0)).toBe(cal.between(from, to));
        expect(cal.between(to, from) + cal.between(from, to)).toBe(0);
        for (const interval of shown) {
          expect(cal.isOpen(interval.from)).toBe(true);
          expect(cal.isOpen((interval.to - 1) as Instant)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('the answer does not depend on which years were asked about before', () => {
    const wide = samples.map((spec) => prepare(spec, { fromYear: 2020, toYear: 2032 }));
    // Preparing is what takes the time, so a calendar is asked twenty questions in a random order: as many answers as cases elsewhere.
    const questions = fc.array(fc.tuple(moment, span), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(samples.length - 1), questions, (which, asked) => {
        const fresh = prepare(samples[which] as CalendarSpec);
        for (const [from, length] of asked) {
          expect(fresh.add(from, length)).toBe(wide[which]?.add(from, length));
          expect(fresh.nextClose(from)).toBe(wide[which]?.nextClose(from));
        }
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 20) },
    );
  });

  it('local times are read as Temporal reads them, in every zone and year', () => {
    const zones = [
      'Europe/Moscow',
      'Asia/Almaty',
      'Europe/Kyiv',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    ];
    const local = fc.integer({ min: at('1970-01-05T00:00Z'), max: at('2100-12-31T00:00Z') });
    const nearChange = fc
      .tuple(fc.integer({ min: 1990, max: 2099 }), fc.constantFrom(3, 4, 10, 11), fc.nat(30), fc.nat(180))
      .map(([year, month, day, minute]) => Date.UTC(year, month - 1, day) + minute * 60_000);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.oneof(local, nearChange), (zone, millis) => {
        const wall = new Date(millis).toISOString().slice(0, 23);
        const expected = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
        expect(zoneOf(zone).toInstant(millis)).toBe(expected);
      }),
      runs,
    );
  });
});

describe('conventions (docs/decisions/working-time.md)', () => {
  const cal = prepare(calendar());
  const friday = at('2026-11-20T17:50+03:00');

  it('ovk 1.3, 2.7: Friday 17:50 and thirty working minutes is Monday 9:20', () => {
    expect(iso(cal.add(friday, 30 * 60_000))).toBe('2026-11-23T06:20:00.000Z');
  });

  it('a span that ends exactly at closing ends at closing, and going back it ends at opening', () => {
    expect(iso(cal.add(friday, 10 * 60_000))).toBe('2026-11-20T15:00:00.000Z');
    expect(iso(cal.add(at('2026-11-23T09:10+03:00'), -10 * 60_000))).toBe('2026-11-23T06:00:00.000Z');
  });

  it('the closing moment is closed, the opening moment is open', () => {
    expect(cal.isOpen(at('2026-11-20T18:00+03:00'))).toBe(false);
    expect(cal.isOpen(at('2026-11-20T09:00+03:00'))).toBe(true);
  });

  it('zero time from a closed moment stays where it is', () => {
    const sunday = at('2026-11-22T12:00+03:00');
    expect(cal.add(sunday, 0)).toBe(sunday);
  });

  it('a day of 25 hours counts 25 and a day of 23 counts 23', () => {
    const around = prepare(
      calendar({ timeZone: 'Europe/Kyiv', week: Object.fromEntries(everyDay.map((day) => [day, [hours(0, 24)]])) }),
    );
    expect(around.between(at('2026-10-25T00:00+03:00'), at('2026-10-26T00:00+02:00'))).toBe(25 * 3_600_000);
    expect(around.between(at('2026-03-29T00:00+02:00'), at('2026-03-30T00:00+03:00'))).toBe(23 * 3_600_000);
  });

  it('edoc 5: Kazakhstan worked at UTC+6 until 29 February 2024 and at UTC+5 from 1 March', () => {
    const almaty = prepare(calendar({ timeZone: 'Asia/Almaty' }));
    expect(iso(almaty.nextOpen(at('2024-02-29T00:00Z')))).toBe('2024-02-29T03:00:00.000Z');
    expect(iso(almaty.nextOpen(at('2024-03-01T00:00Z')))).toBe('2024-03-01T04:00:00.000Z');
  });

  it('hours belong to the day they begin on: a day off does not cut the night before it', () => {
    const nights = prepare(
      calendar({ week: { fri: [hours(22, 30)] }, exceptions: new Map([['2026-11-21', { hours: [], reason: 'off' }]]) }),
    );
    expect(iso(nights.nextClose(at('2026-11-20T23:00+03:00')))).toBe('2026-11-21T03:00:00.000Z');
  });

  it('the hours of an exceptional day are complete: the week’s breaks do not touch it', () => {
    const saturday = prepare(
      calendar({
        breaks: { mon: [hours(13, 14)], sat: [hours(10, 11)] },
        exceptions: new Map([['2026-11-21', { hours: [hours(9, 18)], reason: 'working Saturday' }]]),
      }),
    );
    expect(saturday.between(at('2026-11-21T00:00+03:00'), at('2026-11-22T00:00+03:00'))).toBe(9 * 3_600_000);
    expect(saturday.between(at('2026-11-23T00:00+03:00'), at('2026-11-24T00:00+03:00'))).toBe(8 * 3_600_000);
    expect(saturday.reasonOf('2026-11-21')).toBe('working Saturday');
  });

  it('every year from 1970 to 2100 answers, and what lies outside is refused with a sentence', () => {
    expect(iso(cal.nextOpen(at('2100-12-31T00:00Z')))).toBe('2100-12-31T06:00:00.000Z');
    expect(iso(cal.nextOpen(at('2000-01-01T00:00Z')))).toBe('2000-01-03T06:00:00.000Z');
    expect(() => cal.nextOpen(at('2150-01-01T00:00Z'))).toThrow('covers 1970–2100');
    expect(() => cal.add(friday, 90_000 * 86_400_000)).toThrow('not enough working time');
    const never = prepare(calendar({ week: {} }));
    expect(() => never.nextOpen(friday)).toThrow('not enough working time');
  });

  it('impossible hours and dates are refused', () => {
    expect(() => prepare(calendar({ week: { mon: [{ fromMinute: 600, toMinute: 540 }] } }))).toThrow(
      'impossible hours',
    );
    const wrong = new Map([['2026-02-30', { hours: [], reason: '' }]]);
    expect(() => prepare(calendar({ exceptions: wrong }))).toThrow('not a date: 2026-02-30');
  });
});
