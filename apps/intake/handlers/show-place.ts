import type { Calendar } from '@reglament/domain/calendar';
import type { Regulation } from '@reglament/domain/regulation';
import { estimateAnswer } from '@reglament/domain/routing';
import { type Instant, isoOf } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import type { Request } from '../store/entities.ts';
import { lastServed, placeOf } from '../store/places.ts';

/** Where a request stands among those who wait. Moments are an estimate at the recent pace, never a deadline. */
export interface PlaceView {
  readonly clause: string;
  readonly place: number;
  readonly waiting: number;
  readonly estimate: {
    readonly from: string;
    readonly to: string;
    readonly fromWorkMs: number;
    readonly toWorkMs: number;
    readonly answers: number;
  } | null;
}

/** The own place and what the recent pace makes of it (kz-portal 30-9); null where there is nothing to wait for. */
export async function showPlace(
  tx: Tx,
  regulation: Regulation,
  calendar: Calendar,
  request: Request,
  now: Instant,
): Promise<PlaceView | null> {
  const rule = regulation.requesters.place;
  const { waitsSince = null, servedAt = null } = request;
  if (rule === null || waitsSince === null || servedAt !== null) return null;
  const { place, waiting } = await placeOf(tx, { waitsSince, number: request.number });
  // One more than the pace: the first has no answer before it to count from.
  const served = await lastServed(tx, rule.pace + 1);
  const estimate = estimateAnswer(place, served, now, calendar, rule);
  return {
    clause: rule.clause,
    ...{ place, waiting },
    estimate: estimate && {
      from: isoOf(estimate.from),
      to: isoOf(estimate.to),
      fromWorkMs: estimate.fromWork,
      toWorkMs: estimate.toWork,
      answers: estimate.answers,
    },
  };
}
