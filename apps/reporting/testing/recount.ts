import type { AnyEvent } from '@reglament/contracts';

/** Figures of a period counted from the events themselves, the plain way: no SQL, nothing shared with the service. */
export interface Recount {
  readonly received: number;
  readonly resolved: number;
  readonly cancelled: number;
  readonly declined: number;
  readonly withdrawn: number;
  readonly reopened: number;
  readonly open: number;
  readonly byChannel: Readonly<Record<string, number>>;
  readonly byCategory: Readonly<Record<string, number>>;
  readonly byHour: readonly number[];
  readonly times: Readonly<Record<string, { count: number; p50: number | null; p95: number | null }>>;
  readonly clocks: Readonly<Record<string, { kept: number; broken: number; warned: number; running: number }>>;
  readonly employees: Readonly<Record<string, { assigned: number; replied: number; resolved: number }>>;
  readonly series: Readonly<Record<string, { received: number; resolved: number }>>;
}

type Of<T extends AnyEvent['type']> = Extract<AnyEvent, { type: T }>;
const CLOSING: Record<string, true> = {
  'work.resolved.v1': true,
  'work.cancelled.v1': true,
  'work.declined.v1': true,
  'request.withdrawn.v1': true,
};

const localDate = (at: number, zone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
const localHour = (at: number, zone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at));

/** The element at floor(level × n) of the sorted list: what "exact quantile" means here. */
function quantile(values: readonly number[], level: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))];
  return value ?? null;
}

const timesOf = (values: readonly number[]) => ({
  count: values.length,
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});

function tally<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

/** @param events of one tenant, each once */
export function recount(events: readonly AnyEvent[], from: number, to: number, zone: string): Recount {
  const isIn = (at: number | undefined): boolean => at !== undefined && at >= from && at < to;
  const of = <T extends AnyEvent['type']>(type: T) => events.filter((event): event is Of<T> => event.type === type);
  const at = (event: AnyEvent): number =>
    Date.parse(event.type === 'request.submitted.v1' ? event.payload.submittedAt : event.occurredAt);
  const requestsOf = (list: readonly AnyEvent[]) =>
    new Set(list.filter((event) => isIn(at(event))).map((e) => e.subjectId));

  const histories = new Map<string, AnyEvent[]>();
  for (const event of events) {
    if (event.type.startsWith('clock.') || event.type === 'staff.changed.v1') continue;
    histories.set(event.subjectId, [...(histories.get(event.subjectId) ?? []), event]);
  }
  const submitted = new Map(of('request.submitted.v1').map((event) => [event.subjectId, event]));
  const received = [...submitted.values()].filter((event) => isIn(at(event)));

  let open = 0;
  const took: Record<string, number[]> = { placement: [], assignment: [], answer: [], resolution: [] };
  for (const [id, history] of histories) {
    const start = submitted.get(id);
    if (start === undefined) continue;
    const began = at(start);
    const first = (...types: string[]) =>
      history
        .filter((event) => types.includes(event.type))
        .reduce((least, event) => Math.min(least, at(event)), Number.POSITIVE_INFINITY);
    const queued = first('work.queued.v1');
    const assigned = first('work.assigned.v1');
    const answered = first('work.replied.v1', 'work.resolved.v1');
    if (isIn(queued)) took.placement?.push(queued - began);
    if (isIn(assigned)) took.assignment?.push(assigned - queued);
    if (isIn(answered)) took.answer?.push(answered - began);
    const solved = history.filter((event) => event.type === 'work.resolved.v1' && isIn(at(event))).map(at);
    if (solved.length > 0) took.resolution?.push(Math.max(...solved) - began);
    const past = history
      .filter((event) => event.type !== 'work.replied.v1' && at(event) < to)
      .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
    const last = past.at(-1);
    if (began < to && last !== undefined && !CLOSING[last.type]) open += 1;
  }

  const clocks: Record<string, { kept: number; broken: number; warned: number; running: number }> = {};
  for (const start of of('clock.scheduled.v1')) {
    const { rule, clockId } = start.payload;
    const stop = endingOf(events, 'clock.stopped.v1', clockId);
    const expired = endingOf(events, 'clock.expired.v1', clockId);
    const warned = endingOf(events, 'clock.warned.v1', clockId);
    clocks[rule] ??= { kept: 0, broken: 0, warned: 0, running: 0 };
    const row = clocks[rule];
    const stoppedAt = stop === undefined ? undefined : Date.parse(stop.payload.stoppedAt);
    const brokenAt = expired === undefined ? undefined : Date.parse(expired.payload.dueAt);
    if (stop?.payload.verdict === 'kept' && isIn(stoppedAt)) row.kept += 1;
    if (isIn(brokenAt)) row.broken += 1;
    if (warned !== undefined && isIn(at(warned))) row.warned += 1;
    if (at(start) < to && !(stoppedAt !== undefined && stoppedAt < to) && !(brokenAt !== undefined && brokenAt < to)) {
      row.running += 1;
    }
  }

  const employees: Record<string, { assigned: number; replied: number; resolved: number }> = {};
  const distinct = new Set<string>();
  const did = (staffId: string, action: 'assigned' | 'replied' | 'resolved', event: AnyEvent) => {
    if (!isIn(at(event)) || distinct.has(`${staffId} ${action} ${event.subjectId}`)) return;
    distinct.add(`${staffId} ${action} ${event.subjectId}`);
    employees[staffId] ??= { assigned: 0, replied: 0, resolved: 0 };
    employees[staffId][action] += 1;
  };
  for (const event of of('work.assigned.v1')) did(event.payload.agent.id, 'assigned', event);
  for (const event of of('work.replied.v1')) did(event.payload.by.id, 'replied', event);
  for (const event of of('work.resolved.v1')) did(event.payload.by.id, 'resolved', event);

  const series: Record<string, { received: number; resolved: number }> = {};
  const perDay = new Set<string>();
  for (const event of [...received, ...of('work.resolved.v1').filter((one) => isIn(at(one)))]) {
    const figure = event.type === 'work.resolved.v1' ? 'resolved' : 'received';
    const date = localDate(at(event), zone);
    if (perDay.has(`${date} ${figure} ${event.subjectId}`)) continue;
    perDay.add(`${date} ${figure} ${event.subjectId}`);
    series[date] ??= { received: 0, resolved: 0 };
    series[date][figure] += 1;
  }

  return {
    received: received.length,
    resolved: requestsOf(of('work.resolved.v1')).size,
    cancelled: requestsOf(of('work.cancelled.v1')).size,
    declined: requestsOf(of('work.declined.v1')).size,
    withdrawn: requestsOf(of('request.withdrawn.v1')).size,
    reopened: requestsOf(of('work.reopened.v1')).size,
    open,
    byChannel: tally(received, (event) => event.payload.channel),
    byCategory: tally(received, (event) => event.payload.category),
    byHour: Array.from(
      { length: 24 },
      (_, hour) => received.filter((event) => localHour(at(event), zone) === hour).length,
    ),
    times: Object.fromEntries(Object.entries(took).map(([name, values]) => [name, timesOf(values)])),
    clocks,
    employees,
    series,
  };
}

type Ending = Of<'clock.stopped.v1' | 'clock.expired.v1' | 'clock.warned.v1'>;

function endingOf<T extends Ending['type']>(
  events: readonly AnyEvent[],
  type: T,
  clockId: string,
): Extract<Ending, { type: T }> | undefined {
  return events.find(
    (event): event is Extract<Ending, { type: T }> =>
      event.type === type && (event as Ending).payload.clockId === clockId,
  );
}
