import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A day: long enough to read the instructions, and nothing is kept of who read them and left. */
const KEPT_UNBEGUN_MS = 86_400_000;
const FORGOTTEN_AT_ONCE = 50;

interface Led {
  readonly tenant: string;
  readonly chatId: string;
  /** The articles that were shown as instructions. */
  readonly shown: readonly string[];
  readonly at: Instant;
}

/** Notes that somebody was led through instructions; forgets some who never went on. */
export async function insertChat(tx: Tx, { tenant, chatId, shown, at }: Led): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.chats (tenant, chat_id, shown, led_at) VALUES ($1, $2::uuid, $3::uuid[], $4::timestamptz)`,
    [tenant, chatId, shown, timestamp(at)],
  );
  await tx.sql(
    `DELETE FROM intake.chats WHERE chat_id IN (
       SELECT chat_id FROM intake.chats WHERE request_id IS NULL AND led_at < $1::timestamptz LIMIT ${FORGOTTEN_AT_ONCE})`,
    [timestamp((at - KEPT_UNBEGUN_MS) as Instant)],
  );
}

/** Undefined where there is no such chat; null while it has no request. */
export async function requestOfChat(tx: Tx, chatId: string): Promise<string | null | undefined> {
  const [row] = await tx.sql<{ requestId: string | null }>(
    'SELECT request_id AS "requestId" FROM intake.chats WHERE chat_id = $1::uuid',
    [chatId],
  );
  return row?.requestId;
}

/** Each chat is its request from now on, in the transaction that writes the request; a chat never changes its request. */
export async function bindChats(
  tx: Tx,
  requests: readonly { readonly requestId: string; readonly chatId: string | null }[],
): Promise<void> {
  const begun = requests.filter(({ chatId }) => chatId !== null);
  if (begun.length === 0) return;
  await tx.sql(
    `UPDATE intake.chats AS chat SET request_id = begun.request_id
       FROM unnest($1::uuid[], $2::uuid[]) AS begun (chat_id, request_id)
      WHERE chat.chat_id = begun.chat_id AND chat.request_id IS NULL`,
    [begun.map(({ chatId }) => chatId), begun.map(({ requestId }) => requestId)],
  );
}
