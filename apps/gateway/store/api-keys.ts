import type { Tx } from '@reglament/platform/postgres';

export interface KnownKey {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: string[];
}

/** The key with this hash, unless it was revoked. Notes that it was used, at most once a minute, in real time. */
export async function findApiKey(tx: Tx, secretHash: Buffer): Promise<KnownKey | null> {
  const [found] = await tx.sql<KnownKey & { stale: boolean }>(
    `SELECT key_id AS "keyId", name, scopes, last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS stale
       FROM gateway.api_keys WHERE secret_hash = $1 AND revoked_at IS NULL`,
    [secretHash],
  );
  if (found === undefined) return null;
  if (found.stale)
    await tx.sql('UPDATE gateway.api_keys SET last_used_at = now() WHERE secret_hash = $1', [secretHash]);
  return { keyId: found.keyId, name: found.name, scopes: found.scopes };
}
