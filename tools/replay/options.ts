/** The options of `npm run replay`, read strictly. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface ReplayOptions {
  /** A log, a folder with `logs/` and `questions/`, or a file of requests. Null: the folder beside the repository, else the demo day. */
  readonly data: string | null;
  /** Null: every hotline of the demo day; `ovk` for a log. */
  readonly hotlines: readonly string[] | null;
  readonly speed: number | 'max' | null;
  readonly url: string | null;
  readonly limit: number | null;
  /** `YYYY-MM`: the demonstration's requests over all working days from now to the end of this month. */
  readonly month: string | null;
  /** Where the reports and letters of the month are put; only with a month. */
  readonly into: string | null;
  readonly running: string;
  /** How long one deed may be tried while services are away, milliseconds. */
  readonly patience: number;
}

export const USAGE = `npm run replay -- [options]
  --data PATH      a log (.csv, .csv.gz), a folder with logs/ and questions/, or a file of requests (.jsonl);
                   without it: the folder shared/data beside the repository, else demo/requests.jsonl
  --hotline NAMES  where to file: one or several, with commas (a log: ovk; the demo day: all of its own)
  --speed N|max    how many times faster than it happened (the speed of the platform's clock; without one, 600)
  --month YYYY-MM  instead of a day: whole months of the demo's requests, from the platform's now to the end of this one
  --into DIR       waits for the reports on that month and puts them there with the letters to the managers
  --limit N        only the first N requests
  --url URL        the platform (the one that npm start runs from .reglament)
  --started DIR    the folder that npm start keeps its data in (.reglament)
  --patience S     for how many seconds one deed is tried while a service is away (300)
Start the platform with a fast clock, so that its clocks run with the replay:
  npm start -- --clock 2026-11-02T09:00+03:00 --speed 600`;

/** A mistake in the options; the message is for the person. */
export class UsageError extends Error {}

export function readOptions(args: readonly string[], cwd: string): ReplayOptions {
  const { values } = parse(args);
  if (values.into !== undefined && values.month === undefined) throw new UsageError('--into needs a --month.');
  if (values.month !== undefined && values.data !== undefined)
    throw new UsageError('--month replays the demonstration, --data something else: give one of them.');
  const whole = (name: string, text: string | undefined): number | null => {
    if (text === undefined) return null;
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1)
      throw new UsageError(`--${name} must be a whole number from 1, not "${text}".`);
    return value;
  };
  return {
    data: values.data === undefined ? null : path.resolve(cwd, values.data),
    hotlines: values.hotline?.split(',').map((name) => name.trim()) ?? null,
    speed: speedOf(values.speed),
    url: values.url?.replace(/\/$/, '') ?? null,
    limit: whole('limit', values.limit),
    month: monthOf(values.month),
    into: values.into === undefined ? null : path.resolve(cwd, values.into),
    running: path.resolve(cwd, values.started ?? '.reglament', 'running.json'),
    patience: (whole('patience', values.patience) ?? 300) * 1000,
  };
}

function monthOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(text)) throw new UsageError(`--month must be like 2026-11, not "${text}".`);
  return text;
}

function speedOf(text: string | undefined): number | 'max' | null {
  if (text === undefined || text === 'max') return text ?? null;
  const speed = Number(text);
  if (!Number.isFinite(speed) || speed <= 0)
    throw new UsageError(`--speed must be a number above 0 or max, not "${text}".`);
  return speed;
}

function parse(args: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: option,
        hotline: option,
        speed: option,
        url: option,
        limit: option,
        month: option,
        into: option,
        started: option,
        patience: option,
      },
    });
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n\n${USAGE}`, { cause });
  }
}
