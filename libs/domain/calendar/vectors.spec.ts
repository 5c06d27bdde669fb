import { readFileSync } from 'node:fs';
import type { Instant } from '../time/index.ts';
import type { Calendar, LocalHours, Weekday } from './index.ts';
import { exceptionsFrom, prepare, zoneOf } from './index.ts';

interface Vector {
  readonly id: string;
  readonly source: string;
  readonly zone: string;
  readonly week: Partial<Record<Weekday, string>>;
  readonly dates?: Record<string, string>;
  readonly breaksOn?: Record<string, string>;
  readonly pauses?: readonly (readonly [string, string])[];
  readonly ask: {
    readonly op: string;
    readonly start?: string;
    readonly end?: string;
    readonly at?: string;
    readonly local?: string;
    readonly seconds?: number;
    readonly count?: number;
  };
  readonly answer: unknown;
  readonly ours?: unknown;
  readonly because?: string;
}

const { cases } = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as { cases: Vector[] };

const instant = (iso: string | undefined): Instant => Temporal.Instant.from(iso ?? '').epochMilliseconds as Instant;
const text = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z');
const FORTNIGHT = 14 * 86_400_000;

function readHours(words: string | undefined): LocalHours[] {
  if (words === undefined || words === 'off') return [];
  return words.split(' ').map((interval) => {
    const [from = 0, to = 0] = interval.split('-').map((time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return hour * 60 + minute;
    });
    return { fromMinute: from, toMinute: to };
  });
}

/** The hours a case's date has, with the breaks of that very date taken out, by way of a production calendar of one day. */
function calendarOf(vector: Vector): Calendar {
  const week = Object.fromEntries(Object.entries(vector.week).map(([day, words]) => [day, readHours(words)]));
  const exceptions = new Map<string, { hours: readonly LocalHours[]; reason: string }>();
  for (const [date, words] of Object.entries(vector.dates ?? {}))
    exceptions.set(date, { hours: readHours(words), reason: words });
  for (const [date, words] of Object.entries(vector.breaksOn ?? {})) {
    const weekday = new Date(date)
      .toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })
      .toLowerCase() as Weekday;
    const whole = exceptions.get(date)?.hours ?? week[weekday] ?? [];
    if (whole.length === 0) continue;
    const one = {
      id: 'one',
      source: '',
      completeThrough: 0,
      days: new Map([[date, { status: 'work' as const, reason: words }]]),
    };
    for (const [key, day] of exceptionsFrom(one, { [weekday]: whole }, { [weekday]: readHours(words) }))
      exceptions.set(key, day);
  }
  return prepare({ id: vector.id, timeZone: vector.zone, week, exceptions });
}

/** Working time of a case with its pauses, which cut the time line into stretches that count. */
function stretches(vector: Vector, from: Instant, to: Instant): [Instant, Instant][] {
  const found: [Instant, Instant][] = [];
  let here = from;
  for (const [pause, resume] of vector.pauses ?? []) {
    found.push([here, instant(pause)]);
    here = instant(resume);
  }
  found.push([here, to]);
  return found;
}

function add(vector: Vector, calendar: Calendar, start: Instant, span: number): Instant {
  let left = span;
  const parts = stretches(vector, start, start);
  for (const [from, to] of parts.slice(0, -1)) left -= calendar.between(from, to);
  return calendar.add(parts.at(-1)?.[0] ?? start, left);
}

function answer(vector: Vector): unknown {
  const { ask } = vector;
  if (ask.op === 'localToUtc') return text(zoneOf(vector.zone).toInstant(instant(`${ask.local}Z`)));
  const calendar = calendarOf(vector);
  const at = instant(ask.at ?? ask.start);
  const shown = (from: number, to: number) => calendar.openIntervals(from as Instant, to as Instant);
  const pair = (interval: { from: Instant; to: Instant }) => [text(interval.from), text(interval.to)];
  switch (ask.op) {
    case 'add':
      return text(add(vector, calendar, at, (ask.seconds ?? 0) * 1000));
    case 'subtract':
      return text(calendar.add(at, -(ask.seconds ?? 0) * 1000));
    case 'between':
      return stretches(vector, at, instant(ask.end)).reduce((sum, [a, b]) => sum + calendar.between(a, b), 0) / 1000;
    case 'isOpen':
      return calendar.isOpen(at);
    case 'nextOpen':
      return text(calendar.nextOpen(at));
    case 'nextClose':
      return text(calendar.nextClose(at));
    case 'previousClose':
      return text(shown(at - FORTNIGHT, at).at(-1)?.to ?? at);
    case 'intervalsAfter':
      return shown(at, at + FORTNIGHT)
        .slice(0, ask.count)
        .map(pair);
    case 'intervalsBefore':
      return shown(at - FORTNIGHT, at)
        .toReversed()
        .slice(0, ask.count)
        .map(pair);
    default:
      throw new Error(`unknown question ${ask.op}`);
  }
}

describe('calendar vectors: what other libraries’ suites expect', () => {
  it('there are 62 of them', () => {
    expect(cases).toHaveLength(62);
  });

  it.each(cases.filter((vector) => vector.because === undefined))('$id $ask.op ($source)', (vector) => {
    expect(answer(vector)).toEqual(vector.answer);
  });

  it.each(cases.filter((vector) => vector.because !== undefined))('$id $ask.op: ours differs, $because', (vector) => {
    expect(answer(vector)).toEqual(vector.ours);
    expect(vector.ours).not.toEqual(vector.answer);
  });
});
