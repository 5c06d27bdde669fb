import type { Instant } from '../time/index.ts';

/** One change of a zone's offset, kept as plain numbers so that reading a local time is arithmetic. */
interface Transition {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** Local time of one zone, in "local milliseconds": what the epoch would show if the wall clock were UTC. */
export interface Zone {
  readonly id: string;
  /** The moment of a local time. A local time that does not exist moves later by the gap; an ambiguous one is the first. */
  toInstant(localMillis: number): Instant;
  /** What the wall clock shows at a moment. */
  toLocal(at: Instant): number;
}

const FIRST = '1969-12-01T00:00Z';
const LAST = Temporal.Instant.from('2101-03-01T00:00Z').epochMilliseconds;
/** More zones than any installation serves; a bound, so that odd input cannot fill the memory. */
const MAX_CACHED = 64;
const cache = new Map<string, Zone>();

/** The rules of an IANA zone from 1970 to 2100. Throws RangeError for a zone that the runtime does not know. */
export function zoneOf(id: string): Zone {
  const known = cache.get(id);
  if (known !== undefined) return known;
  const zone = readZone(id);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(id, zone);
  return zone;
}

function readZone(id: string): Zone {
  let here = Temporal.Instant.from(FIRST).toZonedDateTimeISO(id);
  const first = here.offsetNanoseconds / 1e6;
  const transitions: Transition[] = [];
  for (;;) {
    const next = here.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > LAST) break;
    const before = transitions.at(-1)?.after ?? first;
    transitions.push({ at: next.epochMilliseconds, before, after: next.offsetNanoseconds / 1e6 });
    here = next;
  }
  /** The last transition for which `isPast` holds; transitions are in order and so is the answer. */
  const lastWhere = (isPast: (transition: Transition) => boolean): Transition | undefined => {
    let low = 0;
    let high = transitions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const transition = transitions[middle];
      if (transition !== undefined && isPast(transition)) low = middle + 1;
      else high = middle;
    }
    return transitions[low - 1];
  };
  return {
    id,
    toInstant(local) {
      const transition = lastWhere(({ at, after }) => at + after <= local);
      if (transition === undefined) return (local - first) as Instant;
      const earlier = local - transition.before;
      return (earlier < transition.at ? earlier : local - transition.after) as Instant;
    },
    toLocal(at) {
      return at + (lastWhere((transition) => transition.at <= at)?.after ?? first);
    },
  };
}
