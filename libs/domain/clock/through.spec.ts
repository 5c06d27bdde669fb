import { prepare } from '../calendar/index.ts';
import type { CalendarSpec } from '../calendar/types.ts';
import type { DayChange } from '../regulation/day-change.ts';
import type { Instant } from '../time/index.ts';
import { answer, fact, msk, shown } from './clock.samples.ts';
import { causesOf, foldThrough, type Version } from './through.ts';

const office = [{ fromMinute: 540, toMinute: 1080 }];
const week = { mon: office, tue: office, wed: office, thu: office, fri: office };
const spec: CalendarSpec = { id: 'office', timeZone: 'Europe/Moscow', week, exceptions: new Map() };
const category = { id: 'how', kind: 'reference' } as never;
const regulation = { clocks: [answer], categories: new Map([['how', category]]), clientCategories: [] };
const version = (exceptions: CalendarSpec['exceptions']): Version => ({
  regulation,
  calendar: prepare({ ...spec, exceptions }),
});
const ordinary = version(new Map());
const closed = version(new Map([['2026-11-20', { hours: [], reason: 'Приказ' }]]));
const CHANGED_AT = msk('2026-11-20 12:00');
const versionAt = (at: Instant | null): Version => (at === null || at >= CHANGED_AT ? closed : ordinary);

const submitted = { category: 'how', channel: 'web', clientCategory: null };
const folded = (...facts: ReturnType<typeof fact>[]) =>
  foldThrough(versionAt, submitted, facts).map(({ clock: { run, state }, version: by }) => [
    run,
    state.state === 'stopped' ? state.verdict : state.state,
    state.state === 'paused' ? null : shown(state.dueAt),
    by === closed ? 'with the change' : 'before it',
  ]);

test('what stopped before a day was changed is counted by the calendar of its time, what is open by today’s', () => {
  const filed = fact('request.submitted', '2026-11-20 10:00');
  const answeredEarly = fact('work.replied', '2026-11-20 10:20');
  const answeredAfter = fact('work.replied', '2026-11-20 13:00');
  expect(folded(filed)).toEqual([[1, 'running', '2026-11-23 09:30', 'with the change']]);
  expect(folded(filed, answeredEarly)).toEqual([[1, 'kept', '2026-11-20 10:30', 'before it']]);
  expect(folded(filed, answeredAfter)).toEqual([[1, 'kept', '2026-11-23 09:30', 'with the change']]);
  expect(folded(filed, answeredEarly, fact('work.reopened', '2026-11-20 11:00'))).toEqual([
    [1, 'kept', '2026-11-20 10:30', 'before it'],
    [2, 'running', '2026-11-23 09:30', 'with the change'],
  ]);
});

test('a promise is moved by the changed days that it counts or counted, in the zone of the hotline', () => {
  const day = (number: number, date: string): DayChange => ({
    ...{ number, date, hours: 'closed', reason: 'Приказ' },
    at: CHANGED_AT,
  });
  const changes = ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'].map((date, i) => day(i + 1, date));
  // Moscow's midnight of 20 November is still the 19th in UTC.
  const moved = { startedAt: msk('2026-11-20 00:30'), from: msk('2026-11-20 10:30'), to: msk('2026-11-23 23:59') };
  expect(causesOf(moved, changes, 'Europe/Moscow').map(({ number }) => number)).toEqual([2, 3]);
  expect(causesOf({ ...moved, from: moved.to, to: moved.from }, changes, 'UTC').map(({ number }) => number)).toEqual([
    1, 2, 3,
  ]);
});
