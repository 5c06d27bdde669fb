import { LockMode } from '@mikro-orm/postgresql';
import { closedStatuses } from '@reglament/domain/request';
import { isoOf } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import { type Letter, LetterEntity, MessageEntity, type Request, RequestEntity } from './entities.ts';
import { type FileFacts, filesOf } from './files.ts';

/** One turn of a conversation as people read it; `at` is ISO 8601 UTC. */
export interface Turn {
  readonly messageId: string;
  readonly from: 'requester' | 'staff' | 'platform';
  readonly name: string;
  readonly text: string;
  readonly at: string;
  readonly files: readonly FileFacts[];
}

export function requestById(tx: Tx, requestId: string): Promise<Request | null> {
  return tx.em.findOne(RequestEntity, { requestId });
}

/** Locks the request, so that a reply and a withdrawal pressed at once happen one after the other. */
export function lockRequest(tx: Tx, requestId: string): Promise<Request | null> {
  return tx.em.findOne(RequestEntity, { requestId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** The requests of an account, newest first, at most 200. */
export function ownRequests(tx: Tx, owner: string): Promise<Request[]> {
  return tx.em.find(RequestEntity, { owner }, { orderBy: { submittedAt: 'desc', number: 'desc' }, limit: 200 });
}

/** Locks every open request of an account, in one order, so that two who lock cannot wait for each other. */
export function lockOwnOpen(tx: Tx, owner: string): Promise<Request[]> {
  return tx.em.find(
    RequestEntity,
    { owner, status: { $nin: [...closedStatuses] } },
    { orderBy: { requestId: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}

/** By number, and by a contact that was given when filing; anything else is as unknown as a wrong number. */
export async function requestByContact(
  tx: Tx,
  number: string,
  contact: { email: string; phone: string | null },
): Promise<Request | null> {
  const request = await tx.em.findOne(RequestEntity, { number });
  if (!request) return null;
  const byEmail = request.requesterEmail?.toLowerCase() === contact.email.toLowerCase();
  const byPhone = contact.phone !== null && request.requesterPhone === contact.phone;
  return byEmail || byPhone ? request : null;
}

/** Most recent first; by number exactly, or by words in the summary or the requester's name. */
export function findRequests(
  tx: Tx,
  by: { number: string | null; words: string | null; limit: number },
): Promise<Request[]> {
  const like = by.words === null ? null : `%${by.words.replaceAll(/[%_\\]/g, '\\$&')}%`;
  return tx.em.find(
    RequestEntity,
    {
      ...(by.number === null ? {} : { number: by.number }),
      ...(like === null ? {} : { $or: [{ summary: { $ilike: like } }, { requesterName: { $ilike: like } }] }),
    },
    { orderBy: { submittedAt: 'desc' }, limit: by.limit },
  );
}

/** The whole exchange in order, opened by the question itself; at most 1,000 turns. */
export async function conversationOf(tx: Tx, request: Request): Promise<Turn[]> {
  const { requestId } = request;
  const messages = await tx.em.find(
    MessageEntity,
    { requestId },
    { orderBy: { at: 'asc', messageId: 'asc' }, limit: 1000 },
  );
  const files = await filesOf(tx, requestId);
  const opening: Turn = {
    messageId: requestId,
    from: 'requester',
    name: request.requesterName,
    text: request.text,
    at: isoOf(request.submittedAt),
    files: files.get(requestId) ?? [],
  };
  return [
    opening,
    ...messages.map((m) => ({
      messageId: m.messageId,
      from: m.author as Turn['from'],
      name: m.authorName,
      text: m.text,
      at: isoOf(m.at),
      files: files.get(m.messageId) ?? [],
    })),
  ];
}

/** The letters of a request in the order they were written; at most 200. */
export function lettersOf(tx: Tx, requestId: string): Promise<Letter[]> {
  return tx.em.find(LetterEntity, { requestId }, { orderBy: { createdAt: 'asc', letterId: 'asc' }, limit: 200 });
}
