import type { AppealAnswer, ToldOfBlock } from '@reglament/domain/blocking';
import type { Language } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { ownerOf } from './accounts.ts';
import type { Contact } from './erase.ts';

/** A block as it stands; the person is in `email` and `phone`, either of which is enough to be held by it. */
export interface BlockRow extends ToldOfBlock {
  readonly blockId: string;
  /** The request it was made from. */
  readonly requestId: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
  /** The edition that was in force. */
  readonly edition: string;
  /** The clause that lets the support block. */
  readonly clause: string;
  readonly days: number;
  /** The staff's own words, told to the person. */
  readonly reason: string;
  readonly blockedAt: Instant;
  readonly blockedByName: string;
  readonly appeal: string | null;
  readonly answer: AppealAnswer | null;
  readonly answerText: string | null;
  readonly answeredByName: string | null;
  readonly liftReason: string | null;
  readonly liftedByName: string | null;
}

const columns = `b.block_id::text AS "blockId", b.request_id::text AS "requestId", b.email, b.phone, b.language, b.edition, b.clause, b.ground,
  b.ground_clause AS "groundClause", b.days, b.reason, b.blocked_at AS "blockedAt", b.blocked_by AS "blockedBy", b.blocked_by_name AS "blockedByName",
  b.until, b.appeal_until AS "appealUntil", b.appeal, b.appealed_at AS "appealedAt", b.answer, b.answer_text AS "answerText",
  b.answered_at AS "answeredAt", b.answered_by_name AS "answeredByName", b.lift_reason AS "liftReason", b.lifted_at AS "liftedAt",
  b.lifted_by_name AS "liftedByName"`;

/** One block is made at a time, so that nobody is blocked twice by two who press at once; it is rare enough to wait for. */
export async function lockBlocking(tx: Tx): Promise<void> {
  await tx.sql(`SELECT pg_advisory_xact_lock(hashtext('intake.blocks'), hashtext($1))`, [tx.tenant]);
}

/** The blocks that hold a person with one of these contacts at this moment. */
export function blocksOf(tx: Tx, { email, phone }: Contact, at: Instant): Promise<BlockRow[]> {
  return tx.sql<BlockRow>(
    `SELECT ${columns} FROM intake.blocks b
      WHERE (b.email = $1 OR b.phone = $2) AND b.lifted_at IS NULL AND b.until > $3::timestamptz`,
    [email === null ? null : ownerOf(email), phone, timestamp(at)],
  );
}

/** Locks the block, so that two who decide about it do so one after the other. */
export async function lockBlock(tx: Tx, blockId: string): Promise<BlockRow | undefined> {
  const [row] = await tx.sql<BlockRow>(
    `SELECT ${columns} FROM intake.blocks b WHERE b.block_id = $1::uuid FOR UPDATE`,
    [blockId],
  );
  return row;
}

export interface ListedBlock extends BlockRow {
  readonly number: string;
  /** Empty once the person was erased. */
  readonly requesterName: string;
}

/** Appeals that wait come first, then the newest; at most 200. */
export function listBlocks(tx: Tx, at: Instant): Promise<ListedBlock[]> {
  return tx.sql<ListedBlock>(
    `SELECT ${columns}, r.number, r.requester_name AS "requesterName"
       FROM intake.blocks b JOIN intake.requests r ON r.tenant = b.tenant AND r.request_id = b.request_id
      ORDER BY (b.appealed_at IS NOT NULL AND b.answered_at IS NULL AND b.lifted_at IS NULL AND b.until > $1::timestamptz) DESC,
               b.blocked_at DESC, b.block_id LIMIT 200`,
    [timestamp(at)],
  );
}

export async function insertBlock(tx: Tx, row: BlockRow): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.blocks (tenant, block_id, request_id, email, phone, language, edition, clause, ground, ground_clause, days, reason,
       blocked_at, blocked_by, blocked_by_name, until, appeal_until)
     VALUES ($1, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::timestamptz, $14, $15, $16::timestamptz, $17::timestamptz)`,
    [
      tx.tenant,
      ...[row.blockId, row.requestId, row.email, row.phone, row.language, row.edition, row.clause, row.ground],
      ...[row.groundClause, row.days, row.reason, timestamp(row.blockedAt), row.blockedBy, row.blockedByName],
      ...[timestamp(row.until), timestamp(row.appealUntil)],
    ],
  );
}

export async function keepAppeal(tx: Tx, blockId: string, appeal: string, at: Instant): Promise<void> {
  await tx.sql(
    'UPDATE intake.blocks SET appeal = $2, appealed_at = $3::timestamptz WHERE block_id = $1::uuid AND appealed_at IS NULL',
    [blockId, appeal, timestamp(at)],
  );
}

/** Who decided, when, and their words to the person. */
export interface Decided {
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

export async function keepAnswer(
  tx: Tx,
  blockId: string,
  answer: AppealAnswer,
  { by, at, text }: Decided,
): Promise<void> {
  await tx.sql(
    `UPDATE intake.blocks SET answer = $2, answer_text = $3, answered_at = $4::timestamptz, answered_by_name = $5
      WHERE block_id = $1::uuid`,
    [blockId, answer, text, timestamp(at), by],
  );
}

export async function keepLifting(tx: Tx, blockId: string, { by, at, text }: Decided): Promise<void> {
  await tx.sql(
    `UPDATE intake.blocks SET lift_reason = $2, lifted_at = $3::timestamptz, lifted_by_name = $4 WHERE block_id = $1::uuid`,
    [blockId, text, timestamp(at), by],
  );
}
