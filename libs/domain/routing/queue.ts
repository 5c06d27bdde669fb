import type { Regulation } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';

/** What a place in the queue is worked out from. */
export interface QueuePlace {
  readonly requestId: string;
  readonly urgent: boolean;
  /** When the requester pressed "send": arrival is theirs, not the machines'. */
  readonly arrivedAt: Instant;
}

/**
 * 0 for those served first. Under the order of arrival alone everybody is equal, urgent or not (kz-portal 30-9).
 * Stored with the work, so that an index keeps the queue in order and nothing is sorted while a moderator waits.
 */
export const queueRank = (order: Regulation['queueOrder'], urgent: boolean): 0 | 1 =>
  order === 'urgency-then-arrival' && !urgent ? 1 : 0;

/** Rank, then arrival, then id: the same for every instance and every repetition. */
export const compareQueue =
  (order: Regulation['queueOrder']) =>
  (a: QueuePlace, b: QueuePlace): number =>
    queueRank(order, a.urgent) - queueRank(order, b.urgent) ||
    a.arrivedAt - b.arrivedAt ||
    (a.requestId < b.requestId ? -1 : a.requestId > b.requestId ? 1 : 0);

/** The queue in the order the regulation asks for; the given list stays as it is. */
export const orderQueue = <T extends QueuePlace>(items: readonly T[], order: Regulation['queueOrder']): T[] =>
  [...items].sort(compareQueue(order));
