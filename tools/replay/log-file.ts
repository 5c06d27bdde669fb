/** Reads an event log of a help desk: one line per event, grouped by case, times in UTC. Plain or gzipped CSV. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DataError } from './plan.ts';

export interface LogEvent {
  readonly case: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly activity: string;
  readonly resource: string;
  readonly seriousness: string;
  readonly customer: string;
  readonly product: string;
  readonly serviceLevel: string;
}

const COLUMNS = [
  'case',
  'time_utc',
  'activity',
  'resource',
  'seriousness',
  'customer',
  'product',
  'service_level',
] as const;
/** More than any log this is meant for; a bound so that a wrong file is told, not swallowed. */
const MOST_EVENTS = 5_000_000;

/** Cases in the order of their first event, each case's events in the order of time. */
export function readLog(file: string): readonly (readonly LogEvent[])[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [heading = '', ...lines] = text.split(/\r?\n/);
  const names = heading.split(',');
  const places = COLUMNS.map((name) => names.indexOf(name));
  const missing = COLUMNS.filter((_, i) => (places[i] ?? -1) < 0);
  if (missing.length > 0) throw new DataError(`${file} has no column ${missing.join(', ')}.`);
  if (lines.length > MOST_EVENTS) throw new DataError(`${file} has more than ${MOST_EVENTS} lines.`);
  const cases = new Map<string, LogEvent[]>();
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const cells = line.split(',');
    const [
      id = '',
      time = '',
      activity = '',
      resource = '',
      seriousness = '',
      customer = '',
      product = '',
      level = '',
    ] = places.map((place) => cells[place] ?? '');
    const at = Date.parse(time);
    if (Number.isNaN(at)) throw new DataError(`${file}, line ${index + 2}: \`${time}\` is not a time.`);
    const event = { case: id, at, activity, resource, seriousness, customer, product, serviceLevel: level };
    const known = cases.get(id);
    if (known) known.push(event);
    else cases.set(id, [event]);
  }
  return [...cases.values()]
    .map((events) => events.sort((a, b) => a.at - b.at))
    .sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0));
}
