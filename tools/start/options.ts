/** The options of `npm start`, read strictly: a misspelt one is refused, not ignored. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly port: number;
  /** True when the person asked for this very port. */
  readonly isPortAsked: boolean;
  readonly data: string;
  readonly fresh: boolean;
  readonly json: boolean;
  readonly instances: number;
  /** The platform's clock; absent: real time. */
  readonly clock?: { readonly start: string; readonly speed: number };
}

export const USAGE = `npm start -- [options]
  --port N        where to open the platform (8080; taken: the next free one; 0: any free one)
  --data DIR      where everything is kept (.reglament)
  --fresh         throw away what is kept there and begin anew
  --json          one machine-readable line on stdout when ready; progress goes to stderr
  --instances N   run every service N times side by side (1)
  --clock TIME    start the platform's clock at this time with offset, such as 2026-11-02T09:00+03:00
  --speed N       how fast that clock runs (1)
Engines of yours instead of the embedded ones: DATABASE_URL, NATS_URL, CLICKHOUSE_URL, SMTP_URL.`;

/** A mistake in the options; the message is for the person. */
export class UsageError extends Error {}

function whole(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > to) {
    throw new UsageError(`--${name} must be a whole number from ${from} to ${to}, not "${text}".`);
  }
  return value;
}

/** An ISO time with its offset; local times without one would mean something else on every machine. */
function clockStart(text: string): string {
  try {
    return Temporal.Instant.from(text).toString();
  } catch (cause) {
    throw new UsageError(`--clock needs a time with offset, such as 2026-11-02T09:00+03:00, not "${text}".`, { cause });
  }
}

/**
 * Reads the options. `cwd` is where relative folders begin; `now` is the real time as an ISO instant, used when only a speed is given.
 * @throws UsageError with a sentence for the person
 */
export function readOptions(args: readonly string[], cwd: string, now: string): StartOptions {
  const { values } = parse(args);
  const speed = values.speed === undefined ? 1 : Number(values.speed);
  if (!Number.isFinite(speed) || speed <= 0 || speed > 100_000) {
    throw new UsageError(`--speed must be a number above 0 and up to 100000, not "${values.speed}".`);
  }
  const start = values.clock === undefined ? undefined : clockStart(values.clock);
  const isSimulated = start !== undefined || speed !== 1;
  return {
    port: whole('port', values.port ?? '8080', 0, 65_535),
    isPortAsked: values.port !== undefined,
    data: path.resolve(cwd, values.data ?? '.reglament'),
    fresh: values.fresh === true,
    json: values.json === true,
    instances: whole('instances', values.instances ?? '1', 1, 8),
    ...(isSimulated ? { clock: { start: start ?? now, speed } } : {}),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean' },
        json: { type: 'boolean' },
        instances: { type: 'string' },
        clock: { type: 'string' },
        speed: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
