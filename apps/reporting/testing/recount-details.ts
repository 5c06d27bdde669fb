import type { AnyEvent } from '@reglament/contracts';
import type { CalendarSpec, Weekday } from '@reglament/domain/calendar';

const MINUTE = 60_000;
const CLOSING = ['work.resolved.v1', 'work.cancelled.v1', 'work.declined.v1', 'request.withdrawn.v1'];
const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const atOf = (event: AnyEvent): number =>
  Date.parse(event.type === 'request.submitted.v1' ? event.payload.submittedAt : event.occurredAt);

function formatOf(zone: string): (at: number) => Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/**
 * Working time the slow way: every minute of a stretch is looked up on the wall clock and in the written hours, and
 * counted. Knows office hours of one day only (none past midnight).
 */
export function minuteCounter(spec: CalendarSpec, from: number, to: number): (a: number, b: number) => number {
  const format = formatOf(spec.timeZone);
  const worked = [0];
  for (let at = from; at < to; at += MINUTE) {
    const { weekday = '', year, month, day, hour, minute } = format(at);
    const name = WEEKDAYS.find((one) => one === weekday.toLowerCase().slice(0, 3));
    if (name === undefined) throw new Error(`What day is ${weekday}?`);
    const now = Number(hour) * 60 + Number(minute);
    const inside = (hours: readonly { fromMinute: number; toMinute: number }[] = []) =>
      hours.some(({ fromMinute, toMinute }) => now >= fromMinute && now < toMinute);
    const own = spec.exceptions.get(`${year}-${month}-${day}`);
    const isOpen = own === undefined ? inside(spec.week[name]) && !inside(spec.breaks?.[name]) : inside(own.hours);
    worked.push((worked.at(-1) ?? 0) + (isOpen ? MINUTE : 0));
  }
  const until = (at: number): number => {
    const index = Math.floor((at - from) / MINUTE);
    const [before, after] = [worked[index], worked[index + 1]];
    if (before === undefined || after === undefined) throw new Error(`${at} lies outside what was counted`);
    return before + (after > before ? at - from - index * MINUTE : 0);
  };
  return (a, b) => until(b) - until(a);
}

export interface DetailsRecount {
  readonly heat: Readonly<Record<string, number>>;
  readonly cancelReasons: Readonly<Record<string, number>>;
  readonly declineReasons: Readonly<Record<string, number>>;
  readonly postponed: number;
  readonly calls: Readonly<Record<string, number>>;
  readonly holding: Readonly<Record<string, number>>;
  readonly times: Readonly<Record<string, { elapsed: readonly number[]; working: readonly number[] }>>;
}

function bump(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** Events by request, in the order in which they happened; only requests that were sent. */
function historiesOf(events: readonly AnyEvent[]): readonly (readonly AnyEvent[])[] {
  const histories = Map.groupBy(
    events.filter((event) => event.source === 'intake' || event.source === 'routing'),
    (event) => event.subjectId,
  );
  return [...histories.values()]
    .filter((history) => history.some(({ type }) => type === 'request.submitted.v1'))
    .map((history) => history.sort((a, b) => atOf(a) - atOf(b) || (a.id < b.id ? -1 : 1)));
}

/** Types that say how far a request has come. */
const isStep = ({ type }: AnyEvent): boolean =>
  !['work.replied.v1', 'work.call-attempted.v1', 'work.postponed.v1'].includes(type);
const isOpenAt = (history: readonly AnyEvent[], moment: number): boolean => {
  const past = history.filter((event) => isStep(event) && atOf(event) < moment);
  const last = past.at(-1);
  return past.some(({ type }) => type === 'request.submitted.v1') && last !== undefined && !CLOSING.includes(last.type);
};

/** Of each moment the ages in milliseconds of the requests that were open then, youngest first. */
export function recountBacklog(
  events: readonly AnyEvent[],
  moments: readonly number[],
): readonly (readonly number[])[] {
  const histories = historiesOf(events);
  return moments.map((moment) =>
    histories
      .filter((history) => isOpenAt(history, moment))
      .map((history) => moment - atOf(history.find(({ type }) => type === 'request.submitted.v1') as AnyEvent))
      .sort((a, b) => a - b),
  );
}

/** The finer figures counted from the events themselves: no SQL, nothing shared with the service. @param events of one tenant, each once */
export function recountDetails(
  events: readonly AnyEvent[],
  from: number,
  to: number,
  zone: string,
  working: (a: number, b: number) => number,
): DetailsRecount {
  const isIn = (at: number) => at >= from && at < to;
  const format = formatOf(zone);
  const [heat, calls, holding]: [Record<string, number>, Record<string, number>, Record<string, number>] = [{}, {}, {}];
  const [cancelReasons, declineReasons]: [Record<string, number>, Record<string, number>] = [{}, {}];
  let postponed = 0;
  for (const event of events) {
    const at = atOf(event);
    if (!isIn(at)) continue;
    if (event.type === 'request.submitted.v1') {
      const { weekday = '', hour } = format(at);
      bump(heat, `${WEEKDAYS.indexOf(weekday.toLowerCase().slice(0, 3) as Weekday) + 1}-${hour}`);
    }
    if (event.type === 'work.call-attempted.v1') bump(calls, event.payload.outcome);
    if (event.type === 'work.cancelled.v1') bump(cancelReasons, event.payload.reason);
    if (event.type === 'work.declined.v1') bump(declineReasons, event.payload.reason);
    if (event.type === 'work.postponed.v1') postponed += 1;
  }
  const spans: Record<string, [number, number][]> = { placement: [], assignment: [], answer: [], resolution: [] };
  for (const history of historiesOf(events)) {
    const first = (...types: string[]) => history.filter(({ type }) => types.includes(type)).map(atOf)[0];
    const add = (name: string, begun: number | undefined, ended: number | undefined) => {
      if (begun !== undefined && ended !== undefined && isIn(ended)) spans[name]?.push([begun, ended]);
    };
    const sent = first('request.submitted.v1');
    add('placement', sent, first('work.queued.v1'));
    add('assignment', first('work.queued.v1'), first('work.assigned.v1'));
    add('answer', sent, first('work.replied.v1', 'work.resolved.v1'));
    const solved = history.filter((event) => event.type === 'work.resolved.v1' && isIn(atOf(event))).map(atOf);
    add('resolution', sent, solved.at(-1));
    const given = history.filter((event) => event.type === 'work.assigned.v1' && atOf(event) < to).at(-1);
    if (given?.type === 'work.assigned.v1' && isOpenAt(history, to)) bump(holding, given.payload.agent.id);
  }
  const sorted = (values: number[]) => values.sort((a, b) => a - b);
  const times = Object.fromEntries(
    Object.entries(spans).map(([name, list]) => [
      name,
      { elapsed: sorted(list.map(([a, b]) => b - a)), working: sorted(list.map(([a, b]) => working(a, b))) },
    ]),
  );
  return { heat, cancelReasons, declineReasons, postponed, calls, holding, times };
}
