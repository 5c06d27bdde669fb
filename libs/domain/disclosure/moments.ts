import type { Instant } from '../time/index.ts';

/** `2026-11-23 09:15:02`: sorts as it reads, and is the same in every language. */
export const localMoment = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');
