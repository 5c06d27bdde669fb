import type { ClockRule } from '../regulation/types.ts';

/**
 * Whether a clock is a promise of the support, which somebody answers for when it is broken. Waiting for the requester (edoc 15), a
 * postponement, and a time that is only measured (kz-portal 30-9) promise nothing.
 */
export const isPromise = ({ within, dueBy, onExpiry }: Pick<ClockRule, 'within' | 'dueBy' | 'onExpiry'>): boolean =>
  (within !== null || dueBy !== null) && onExpiry.some((action) => action.do === 'escalate' || action.do === 'remind');
