import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

export interface Account {
  readonly accountId: string;
  readonly email: string;
  readonly since: Instant;
  readonly feedSeenAt: Instant | null;
}

/** One line of an account's feed; `data` by its kind. What concerns a request has the id of the fact it tells of. */
export interface FeedEntry {
  readonly entryId: string;
  readonly at: Instant;
  readonly kind: 'status' | 'answered' | 'asked' | 'regulation' | 'blocked' | 'unblocked' | 'upheld';
  readonly number: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const LINES = 100;

/** What an address is compared by: the same person types it in capitals and in small letters. */
export const ownerOf = (email: string): string => email.trim().toLowerCase();

/** Whether anything was ever filed with this address. */
export async function hasRequests(tx: Tx, owner: string): Promise<boolean> {
  const rows = await tx.sql('SELECT FROM intake.requests WHERE owner = $1 LIMIT 1', [owner]);
  return rows.length > 0;
}

/** Opens the account at the first sign-in, and again for one who had left. */
export async function openAccount(tx: Tx, email: string, accountId: string, at: Instant): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.accounts AS a (tenant, email, account_id, since) VALUES ($1, $2, $3::uuid, $4::timestamptz)
     ON CONFLICT (tenant, email) DO UPDATE SET since = excluded.since, left_at = NULL WHERE a.left_at IS NOT NULL`,
    [tx.tenant, email, accountId, timestamp(at)],
  );
}

/** The account of one who has not left; locked when it is about to change. */
export async function accountOf(tx: Tx, email: string, lock: 'locked' | 'read' = 'read'): Promise<Account | undefined> {
  const read = `SELECT account_id AS "accountId", email, since, feed_seen_at AS "feedSeenAt"
                  FROM intake.accounts WHERE email = $1 AND left_at IS NULL`;
  const [found] = await tx.sql<Account>(lock === 'locked' ? `${read} FOR UPDATE` : read, [email]);
  return found;
}

/**
 * Newest first, at most 100 lines: what happened to the account's requests, and every edition of the regulation that was
 * published, which everybody is told of (kz-portal 30-2), those too who came later.
 */
export async function feedOf(tx: Tx, email: string): Promise<FeedEntry[]> {
  const own = await tx.sql<FeedEntry>(
    `SELECT entry_id AS "entryId", at, kind, number, data FROM intake.feed
      WHERE owner = $1 ORDER BY at DESC, entry_id DESC LIMIT ${LINES}`,
    [email],
  );
  const editions = await tx.sql<FeedEntry>(
    `SELECT 'edition-' || number AS "entryId", published_at AS at, 'regulation' AS kind, NULL AS number,
            jsonb_build_object('edition', edition, 'inForceFrom', payload->'inForceFrom', 'changes', payload->'changes') AS data
       FROM intake.regulation_news WHERE edition IS NOT NULL ORDER BY regulation_news.number DESC LIMIT ${LINES}`,
  );
  return [...own, ...editions].sort((a, b) => b.at - a.at).slice(0, LINES);
}

/** Adds a line once, however often its fact is heard. */
export async function addToFeed(tx: Tx, entry: FeedEntry & { readonly owner: string }): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.feed (tenant, entry_id, owner, at, kind, number, data)
     VALUES ($1, $2::uuid, $3, $4::timestamptz, $5, $6, $7::jsonb) ON CONFLICT (tenant, entry_id) DO NOTHING`,
    [tx.tenant, entry.entryId, entry.owner, timestamp(entry.at), entry.kind, entry.number, JSON.stringify(entry.data)],
  );
}

export async function markFeedSeen(tx: Tx, email: string, at: Instant): Promise<void> {
  await tx.sql('UPDATE intake.accounts SET feed_seen_at = $2::timestamptz WHERE email = $1 AND left_at IS NULL', [
    email,
    timestamp(at),
  ]);
}

/** Closes the account: no session, no code and no line of the feed stays; the row keeps that it was left, and when. */
export async function closeAccount(tx: Tx, email: string, at: Instant): Promise<void> {
  await tx.sql('UPDATE intake.accounts SET left_at = $2::timestamptz, feed_seen_at = NULL WHERE email = $1', [
    email,
    timestamp(at),
  ]);
  await tx.sql('DELETE FROM intake.requester_sessions WHERE email = $1', [email]);
  await tx.sql('DELETE FROM intake.sign_in_codes WHERE email = $1', [email]);
  await tx.sql('DELETE FROM intake.feed WHERE owner = $1', [email]);
}
