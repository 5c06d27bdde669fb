import { appealState, blockState, mayAnswer } from '@reglament/domain/blocking';
import { displayNumber } from '@reglament/domain/request';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import type { BlockRow, ListedBlock } from '../store/blocks.ts';

/** A block as moderators and managers see it. */
export const blockView = (block: BlockRow, caller: Principal, at: Instant) => ({
  blockId: block.blockId,
  requestId: block.requestId,
  contact: block.email ?? block.phone ?? '',
  clause: block.clause,
  ground: block.ground,
  groundClause: block.groundClause,
  days: block.days,
  reason: block.reason,
  blockedAt: isoOf(block.blockedAt),
  blockedBy: block.blockedByName,
  until: isoOf(block.until),
  state: blockState(block, at),
  appeal: {
    state: appealState(block, at),
    until: isoOf(block.appealUntil),
    at: isoOrNull(block.appealedAt),
    text: block.appeal,
    answer: block.answer,
    answerText: block.answerText,
    answeredAt: isoOrNull(block.answeredAt),
    answeredBy: block.answeredByName,
    /** Whether the caller may leave the block in force against the appeal. */
    mayUphold: mayAnswer(block, 'uphold', caller.subject),
  },
  lifted:
    block.liftedAt === null
      ? null
      : { at: isoOf(block.liftedAt), by: block.liftedByName ?? '', reason: block.liftReason ?? '' },
});

/** The same in the list, with whose request it was made from. */
export const listedView = (row: ListedBlock, caller: Principal, at: Instant) => ({
  ...blockView(row, caller, at),
  numberSpoken: displayNumber(row.number),
  requesterName: row.requesterName,
});
