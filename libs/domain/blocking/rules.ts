import type { Instant } from '../time/index.ts';

/** A block of a requester, as far as the rules go. */
export interface Block {
  /** The staff member's id. */
  readonly blockedBy: string;
  /** Its first moment that is free again. */
  readonly until: Instant;
  readonly liftedAt: Instant | null;
  /** Until when it may be appealed. */
  readonly appealUntil: Instant;
  readonly appealedAt: Instant | null;
  readonly answeredAt: Instant | null;
}

export type BlockState = 'in-force' | 'over' | 'lifted';
/** Whether the blocked may appeal, wait for the answer, have had it, or can no longer appeal. */
export type AppealState = 'open' | 'waiting' | 'answered' | 'over';
export type AppealAnswer = 'lift' | 'uphold';

/**
 * The same o'clock so many days later in the tenant's zone, whatever its clocks do in between.
 * @param timeZone an IANA name
 */
export const daysLater = (from: Instant, days: number, timeZone: string): Instant =>
  Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).add({ days }).epochMilliseconds as Instant;

export const blockState = ({ until, liftedAt }: Block, now: Instant): BlockState =>
  liftedAt !== null ? 'lifted' : now < until ? 'in-force' : 'over';

/** Of somebody's blocks the one that holds them longest; null for one who is not blocked (kz-portal 30-19). */
export function blockInForce<B extends Block>(blocks: readonly B[], now: Instant): B | null {
  const held = blocks.filter((block) => blockState(block, now) === 'in-force');
  return held.toSorted((a, b) => b.until - a.until)[0] ?? null;
}

/** A block is appealed once, while it is in force and the time for it is not over. */
export function appealState(block: Block, now: Instant): AppealState {
  if (block.answeredAt !== null) return 'answered';
  if (blockState(block, now) !== 'in-force') return 'over';
  if (block.appealedAt !== null) return 'waiting';
  return now < block.appealUntil ? 'open' : 'over';
}

/** Nobody upholds a block of their own against an appeal: that is for somebody else. Taking it back is not. */
export const mayAnswer = ({ blockedBy }: Block, answer: AppealAnswer, by: string): boolean =>
  answer === 'lift' || blockedBy !== by;
