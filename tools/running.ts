/** The address of the platform that runs from a folder, as `npm start` wrote it down when it became ready. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** Undefined where no platform has written `running.json`. */
export function runningUrl(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  return z
    .object({ url: z.string() })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .url.replace(/\/$/, '');
}
