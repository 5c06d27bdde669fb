/** The addresses of the platform that runs from a folder, and of its engines, as `npm start` wrote them down when it became ready. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Undefined where no platform has written `running.json`. */
export function runningUrl(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  return z
    .object({ url: z.string() })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .url.replace(/\/$/, '');
}

/** The URLs of the engines of the platform that runs from this folder. @throws Error with what to do when none does */
export function runningEngines(folder: string): Partial<Record<'postgres' | 'nats' | 'clickhouse', string>> {
  const file = path.resolve(folder, 'running.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')).engines;
  } catch (error) {
    throw new Error(`${file} cannot be read: is the platform running? (npm start)`, { cause: error });
  }
}
