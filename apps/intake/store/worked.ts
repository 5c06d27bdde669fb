import type { Language } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** What of a request decides what a fact of work means for its requester, and is changed by it. Moments as in `Request`. */
export interface Worked {
  readonly requestId: string;
  readonly number: string;
  readonly category: string;
  readonly language: Language;
  readonly edition: string;
  readonly name: string;
  readonly email: string | null;
  readonly owner: string | null;
  readonly submittedAt: Instant;
  readonly erasedAt: Instant | null;
  status: string;
  statusAt: Instant;
  waitsSince: Instant | null;
  servedAt: Instant | null;
}

/** Words that joined a conversation. */
export interface Said {
  readonly messageId: string;
  readonly requestId: string;
  readonly author: string;
  readonly name: string;
  readonly text: string;
  readonly at: Instant;
}

const lockText = `
  SELECT request_id AS "requestId", number, category, language, edition, requester_name AS name, requester_email AS email, owner,
         submitted_at AS "submittedAt", erased_at AS "erasedAt", status, status_at AS "statusAt", waits_since AS "waitsSince",
         served_at AS "servedAt"
    FROM intake.requests WHERE tenant = $1 AND request_id = ANY ($2::uuid[]) ORDER BY request_id FOR NO KEY UPDATE`;

/** The requests of some facts, locked until the transaction ends: a requester who withdraws at the same moment comes before or after. */
export const lockWorked = (tx: Tx, requestIds: readonly string[]): Promise<Worked[]> =>
  tx.sql<Worked>(lockText, [tx.tenant, requestIds]);

const saveText = `
  UPDATE intake.requests AS request
     SET status = worked.status, status_at = worked.status_at, waits_since = worked.waits_since, served_at = worked.served_at
    FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[])
         AS worked (request_id, status, status_at, waits_since, served_at)
   WHERE request.tenant = $1 AND request.request_id = worked.request_id`;

const moment = (at: Instant | null): string | null => (at === null ? null : timestamp(at));

/** Writes what has changed of the requests, all with one statement. */
export async function saveWorked(tx: Tx, requests: readonly Worked[]): Promise<void> {
  if (requests.length === 0) return;
  await tx.sql(saveText, [
    tx.tenant,
    requests.map(({ requestId }) => requestId),
    requests.map(({ status }) => status),
    requests.map(({ statusAt }) => timestamp(statusAt)),
    requests.map(({ waitsSince }) => moment(waitsSince)),
    requests.map(({ servedAt }) => moment(servedAt)),
  ]);
}

const sayText = `
  INSERT INTO intake.messages (tenant, message_id, request_id, author, author_name, text, at)
  SELECT $1, message_id, request_id, author, author_name, text, at
    FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
         AS said (message_id, request_id, author, author_name, text, at)`;

/** Adds words to conversations, all with one statement. */
export async function addSaid(tx: Tx, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return;
  await tx.sql(sayText, [
    tx.tenant,
    said.map(({ messageId }) => messageId),
    said.map(({ requestId }) => requestId),
    said.map(({ author }) => author),
    said.map(({ name }) => name),
    said.map(({ text }) => text),
    said.map(({ at }) => timestamp(at)),
  ]);
}
