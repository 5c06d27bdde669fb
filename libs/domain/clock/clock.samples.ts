/** Rules, facts and the calendar that the specs of the clock share. */
import { readFileSync } from 'node:fs';
import { type Calendar, exceptionsFrom, parseProductionCalendar, prepare } from '../calendar/index.ts';
import type { ClockRule } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import type { Clock, Fact } from './index.ts';

export const MINUTE = 60_000;
const at = (iso: string): Instant => Temporal.Instant.from(iso).epochMilliseconds as Instant;
/** Moscow's wall clock, as in `2026-11-20 17:50`. */
export const msk = (local: string): Instant => at(`${local.replace(' ', 'T')}+03:00`);
export const shown = (moment: Instant | null): string | null =>
  moment === null ? null : new Date(moment + 180 * MINUTE).toISOString().slice(0, 16).replace('T', ' ');

const office = { fromMinute: 540, toMinute: 1080 };
const week = { mon: [office], tue: [office], wed: [office], thu: [office], fri: [office] };
const russia = parseProductionCalendar(
  'ru',
  readFileSync(new URL('../../../regulations/calendars/ru.csv', import.meta.url), 'utf8'),
);
if (!russia.ok) throw new Error('regulations/calendars/ru.csv does not read');
export const moscow: Calendar = prepare({
  id: 'moscow',
  timeZone: 'Europe/Moscow',
  week,
  exceptions: exceptionsFrom(russia.calendar, week),
});

export const on = (fact: string, where = {}): ClockRule['startsOn'][number] => ({ fact, where });
export const answer: ClockRule = {
  id: 'answer',
  clause: '2.7',
  name: {},
  applies: { kinds: ['reference'], categories: [], channels: [], clientCategories: [] },
  startsOn: [on('request.submitted'), on('work.reopened')],
  stopsOn: [on('work.replied'), on('work.resolved')],
  cancelsOn: [on('work.cancelled'), on('request.withdrawn')],
  pauses: [
    {
      from: on('work.information-requested'),
      until: [on('work.resumed'), on('request.message-received')],
      clause: null,
    },
  ],
  toldToRequester: true,
  within: 30 * MINUTE,
  dueBy: null,
  time: 'working',
  warnAt: [0.6, 0.8],
  onExpiry: [],
  restart: 'keep',
};
const unanswered = ['no-answer', 'busy'].map((outcome) => on('work.call-attempted', { outcome }));
export const callBack: ClockRule = {
  ...answer,
  id: 'call-back',
  clause: '2.9',
  startsOn: unanswered,
  stopsOn: [on('work.call-attempted'), on('work.resolved')],
  pauses: [],
  time: 'elapsed',
  restart: 'anew',
};

/** The agent's own deadline: due at the moment that the fact names (initiative 2.6). */
export const ownDeadline: ClockRule = {
  ...answer,
  id: 'completion',
  clause: '2.6',
  startsOn: [on('work.deadline-set')],
  stopsOn: [on('work.resolved')],
  pauses: [],
  within: null,
  dueBy: { fact: 'work.deadline-set', field: 'dueAt' },
  warnAt: [0.5],
  restart: 'anew',
};

let count = 0;
export const fact = (kind: string, local: string, data: Fact['data'] = {}): Fact => {
  count += 1;
  return { id: `${count}`.padStart(4, '0'), kind, at: msk(local), data };
};
export const only = (clocks: readonly Clock[]): Clock => {
  expect(clocks).toHaveLength(1);
  return clocks[0] as Clock;
};
