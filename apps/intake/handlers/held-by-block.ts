import { type AppealState, appealState, blockInForce, toldWhenBlocked } from '@reglament/domain/blocking';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import type { Refusal } from '@reglament/platform/outcome';
import type { Tx } from '@reglament/platform/postgres';
import { type BlockRow, blocksOf } from '../store/blocks.ts';
import type { Contact } from '../store/erase.ts';

/** The block that holds whoever has one of these contacts; null for one who is free, and where the regulation blocks nobody. */
export async function heldBy(tx: Tx, regulation: Regulation, contact: Contact, at: Instant): Promise<BlockRow | null> {
  return regulation.blocking === null ? null : blockInForce(await blocksOf(tx, contact, at), at);
}

/**
 * Why nothing is taken from this person now (kz-portal 30-19): the clause, the ground, until when, and how to appeal. Null for
 * one who is not blocked. What the staff wrote of it is for the person alone and not said here, where anybody may type an address.
 */
export async function refusalOfBlocked(
  tx: Tx,
  regulation: Regulation,
  person: Contact & { readonly language: Language },
  at: Instant,
): Promise<Refusal | null> {
  const block = await heldBy(tx, regulation, person, at);
  if (block === null) return null;
  const { ground, groundClause, until, appealUntil } = block;
  return {
    code: 'requester-blocked',
    status: 403,
    detail: toldWhenBlocked(regulation, person.language, block, at),
    clause: block.clause,
    data: {
      ...{ ground, groundClause, until: isoOf(until) },
      appeal: { state: appealState(block, at), until: isoOf(appealUntil) },
    },
  };
}

/** A block as the blocked person sees it, signed in or by the number of a request. */
export interface OwnBlock {
  readonly clause: string;
  readonly ground: string;
  readonly groundClause: string;
  readonly since: string;
  readonly until: string;
  readonly reason: string;
  readonly appeal: {
    readonly state: AppealState;
    readonly until: string;
    readonly at: string | null;
    readonly text: string | null;
    readonly answer: string | null;
  };
}

export function ownBlockOf(block: BlockRow | null, at: Instant): OwnBlock | null {
  if (block === null) return null;
  const { clause, ground, groundClause, reason } = block;
  return {
    ...{ clause, ground, groundClause, reason },
    since: isoOf(block.blockedAt),
    until: isoOf(block.until),
    appeal: {
      state: appealState(block, at),
      until: isoOf(block.appealUntil),
      at: isoOrNull(block.appealedAt),
      text: block.appeal,
      answer: block.answerText,
    },
  };
}
