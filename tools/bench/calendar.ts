// Working-time arithmetic, ours beside two known libraries, on the same questions in one run.
import { readFileSync } from 'node:fs';
import { exceptionsFrom, parseProductionCalendar, prepare } from '@reglament/domain/calendar';
import type { Instant } from '@reglament/domain/time';
import { dayjsPeer, momentPeer, type Peer } from './calendar-peers.ts';

const MINUTE = 60_000;
const office = { fromMinute: 540, toMinute: 1080 };
const week = { mon: [office], tue: [office], wed: [office], thu: [office], fri: [office] };
const csv = readFileSync(new URL('../../regulations/calendars/ru.csv', import.meta.url), 'utf8');
const russia = parseProductionCalendar('ru', csv);
if (!russia.ok) throw new Error(`regulations/calendars/ru.csv: ${JSON.stringify(russia.mistakes)}`);
const daysOff = [...russia.calendar.days].flatMap(([date, day]) => (day.status === 'off' ? [date] : []));
const exceptions = exceptionsFrom(russia.calendar, week);

const plain = prepare({ id: 'office', timeZone: 'UTC', week, exceptions: new Map() });
const production = prepare({ id: 'russia', timeZone: 'UTC', week, exceptions });

/** The same moments in every run: a linear congruence over a calendar's working hours of 2024–2026. */
function moments(calendar: typeof plain, count: number): Instant[] {
  const first = Date.UTC(2024, 0, 9, 9, 1);
  let state = 20_261_122;
  const found: Instant[] = [];
  while (found.length < count) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const at = (first + (state % (1_040 * 1440)) * MINUTE) as Instant;
    if (calendar.isOpen(at)) found.push(at);
  }
  return found;
}

/** Nanoseconds per call: the best of five rounds. */
function measure(questions: readonly Instant[], answer: (at: Instant) => number): number {
  const rounds = Math.max(1, Math.floor(200_000 / questions.length));
  let best = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    for (let repeat = 0; repeat < rounds; repeat += 1) for (const at of questions) sum += answer(at);
    best = Math.min(best, ((performance.now() - start) / (rounds * questions.length)) * 1e6);
  }
  if (Number.isNaN(sum)) throw new Error('an answer was not a number');
  return best;
}

function measureOnce(questions: readonly Instant[], answer: (at: Instant) => number): number {
  for (const at of questions.slice(0, 50)) answer(at);
  const start = performance.now();
  let sum = 0;
  for (const at of questions) sum += answer(at);
  if (Number.isNaN(sum)) throw new Error('an answer was not a number');
  return ((performance.now() - start) / questions.length) * 1e6;
}

const shown = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
const perSecond = (nanos: number): string =>
  Math.round(1e9 / nanos)
    .toLocaleString('en')
    .padStart(12);

function compare(
  title: string,
  calendar: typeof plain,
  span: number,
  ask: (peer: Peer, at: Instant) => number,
  peers: readonly Peer[],
): void {
  const questions = moments(calendar, 2_000);
  process.stdout.write(`\n${title}\n`);
  const ours = measure(questions, (at) => calendar.add(at, span));
  process.stdout.write(`  ${'reglament'.padEnd(22)}${perSecond(ours)} per second  ${ours.toFixed(0)} ns\n`);
  for (const peer of peers) {
    const wrong = questions.filter((at) => ask(peer, at) !== calendar.add(at, span));
    const agreed = questions.filter((at) => !wrong.includes(at)).slice(0, 500);
    const theirs = measureOnce(agreed, (at) => ask(peer, at));
    const oursHere = measure(agreed, (at) => calendar.add(at, span));
    const ratio = Math.round(theirs / oursHere).toLocaleString('en');
    process.stdout.write(
      `  ${peer.name.padEnd(22)}${perSecond(theirs)} per second  ${theirs.toFixed(0)} ns  we are ${ratio} times faster\n`,
    );
    process.stdout.write(
      `  ${''.padEnd(22)}agrees on ${questions.length - wrong.length} of ${questions.length} questions`,
    );
    const [first] = wrong;
    if (first !== undefined) {
      process.stdout.write(
        `; elsewhere, for example from ${shown(first)}, it says ${shown(ask(peer, first))} and we say ${shown(calendar.add(first, span))}`,
      );
    }
    process.stdout.write('\n');
  }
}

const cases: readonly { title: string; calendar: typeof plain; holidays: readonly string[] }[] = [
  { title: 'an office week, Monday to Friday 9:00–18:00', calendar: plain, holidays: [] },
  {
    title: 'the same with the Russian production calendar 2024–2026 (peers are given its days off)',
    calendar: production,
    holidays: daysOff,
  },
];
for (const { title, calendar, holidays } of cases) {
  const peers = [dayjsPeer(holidays), momentPeer(holidays)];
  compare(`30 minutes, ${title}`, calendar, 30 * MINUTE, (peer, at) => peer.addMinutes(at, 30), peers);
  compare(`10 working days, ${title}`, calendar, 10 * 540 * MINUTE, (peer, at) => peer.addDays(at, 10), peers);
}
