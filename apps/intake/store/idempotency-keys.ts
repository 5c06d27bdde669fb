import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A request that was filed. */
export interface Filed {
  readonly requestId: string;
  readonly number: string;
  readonly submittedAt: Instant;
  /** The edition it was filed under. */
  readonly edition: string;
}

interface Keyed {
  readonly requestId: string;
  readonly submittedAt: Instant;
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | null;
}

/**
 * Claims idempotency keys for these requests.
 * @returns those whose key was taken: the request that it first made, or `other` where it was used for something else
 */
export async function claimKeys(
  tx: Tx,
  tenant: string,
  requests: readonly Keyed[],
): Promise<ReadonlyMap<string, Filed | 'other'>> {
  const keyed = requests.flatMap((r) =>
    r.idempotency ? [{ requestId: r.requestId, at: r.submittedAt, ...r.idempotency }] : [],
  );
  const taken = new Map<string, Filed | 'other'>();
  if (keyed.length === 0) return taken;
  const claimed = await tx.sql<{ request_id: string }>(
    `INSERT INTO intake.idempotency_keys (tenant, key, request_id, body_hash, at)
     SELECT $1, k.key, k.request_id, k.body_hash, $5::timestamptz
       FROM unnest($2::text[], $3::uuid[], $4::text[]) AS k(key, request_id, body_hash)
     ON CONFLICT (tenant, key) DO NOTHING RETURNING request_id`,
    [
      tenant,
      keyed.map((k) => k.key),
      keyed.map((k) => k.requestId),
      keyed.map((k) => k.bodyHash),
      timestamp(keyed[0]?.at ?? (0 as Instant)),
    ],
  );
  const won = new Set(claimed.map((row) => row.request_id));
  const lost = keyed.filter((k) => !won.has(k.requestId));
  const owners = await ownersOf(
    tx,
    tenant,
    lost.map((k) => k.key),
  );
  for (const { requestId, key, bodyHash } of lost) {
    const owner = owners.get(key);
    // The same key twice in one batch: the first row is not written yet, so the second waits for its own attempt.
    if (owner === undefined) throw new Error(`idempotency key of request ${requestId} is being written`);
    taken.set(requestId, owner.bodyHash === bodyHash ? owner.filed : 'other');
  }
  return taken;
}

interface Owner {
  readonly filed: Filed;
  /** The digest of what was sent with the key. */
  readonly bodyHash: string;
}

/** The requests that these keys have filed, by key. */
export async function ownersOf(tx: Tx, tenant: string, keys: readonly string[]): Promise<ReadonlyMap<string, Owner>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.sql<Filed & { key: string; bodyHash: string }>(
    `SELECT k.key, k.body_hash AS "bodyHash", r.request_id AS "requestId", r.number, r.submitted_at AS "submittedAt", r.edition
       FROM intake.idempotency_keys k JOIN intake.requests r ON r.tenant = k.tenant AND r.request_id = k.request_id
      WHERE k.tenant = $1 AND k.key = ANY($2::text[])`,
    [tenant, keys],
  );
  return new Map(rows.map(({ key, bodyHash, ...filed }) => [key, { bodyHash, filed }]));
}
