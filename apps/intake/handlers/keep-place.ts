import type { AnyEvent } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { Worked } from '../store/worked.ts';

/** What a fact of work means for the wait of the requester: it ends, or it begins anew. */
const means: Partial<Record<AnyEvent['type'], 'served' | 'waits'>> = {
  'work.replied.v1': 'served',
  'work.resolved.v1': 'served',
  'work.declined.v1': 'served',
  'work.cancelled.v1': 'served',
  'work.handed-over.v1': 'served',
  'work.reopened.v1': 'waits',
};

/**
 * Keeps the wait of a request true where its place is shown (kz-portal 30-9). Only the first answer after a wait began
 * counts, and a fact older than what is known changes nothing: so repeated and re-ordered facts are harmless.
 * @returns whether anything changed
 */
export function keepPlace(request: Worked, type: AnyEvent['type'], at: Instant): boolean {
  const { waitsSince, servedAt } = request;
  if (waitsSince === null || at < waitsSince) return false;
  if (means[type] === 'served' && (servedAt === null || at < servedAt)) {
    request.servedAt = at;
    return true;
  }
  if (means[type] !== 'waits' || servedAt === null || at <= servedAt) return false;
  request.waitsSince = at;
  request.servedAt = null;
  return true;
}
