import type { Instant } from '@reglament/domain/time';
import { z } from 'zod';
import type { Place } from '../store/lists.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a page ended, as an opaque text. */
export const cursorOf = (place: Place): string =>
  Buffer.from(`${place.rank}/${place.at}/${place.requestId}`).toString('base64url');

/** Reads what `cursorOf` wrote; anything else is a fault of the caller. */
export const Cursor = z
  .string()
  .max(200)
  .transform((text, context): Place => {
    const [rank, at, requestId, ...rest] = Buffer.from(text, 'base64url').toString('utf8').split('/');
    const place = { rank: Number(rank), at: Number(at) as Instant, requestId: requestId ?? '' };
    const sound =
      rest.length === 0 &&
      Number.isInteger(place.rank) &&
      Math.abs(place.rank) <= 9 &&
      Number.isInteger(place.at) &&
      place.at >= 0 &&
      place.at < 253_402_300_800_000 &&
      uuid.test(place.requestId);
    if (!sound) context.addIssue({ code: 'custom', message: 'not a place in this list' });
    return place;
  });
