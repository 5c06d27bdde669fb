import { newId } from '@reglament/platform/ids';
import type { Database } from '@reglament/platform/postgres';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** A key signs for 30 days; it is shown for verifying a day longer, and then forgotten. */
const SIGNS_DAYS = 30;
const SHOWN_DAYS = 31;
/** Any constant: instances that start together take turns, so that one key is made. */
const LOCK = 7_345_101;

export interface StoredKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

/** The keys that may be met on a credential now, the one to sign with first; makes it when there is none or it is old. */
export function currentSigningKeys(database: Database): Promise<readonly StoredKey[]> {
  return database.system(async (tx) => {
    await tx.sql('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const [{ fresh } = { fresh: 0 }] = await tx.sql<{ fresh: number }>(
      'SELECT count(*) AS fresh FROM gateway.signing_keys WHERE created_at > now() - make_interval(days => $1)',
      [SIGNS_DAYS],
    );
    if (fresh === 0) {
      const pair = await generateKeyPair('Ed25519', { extractable: true });
      await tx.sql('INSERT INTO gateway.signing_keys (kid, public_jwk, private_jwk) VALUES ($1, $2, $3)', [
        newId(),
        JSON.stringify(await exportJWK(pair.publicKey)),
        JSON.stringify(await exportJWK(pair.privateKey)),
      ]);
      await tx.sql('DELETE FROM gateway.signing_keys WHERE created_at < now() - make_interval(days => $1)', [
        SHOWN_DAYS,
      ]);
    }
    return tx.sql<StoredKey>(
      `SELECT kid, public_jwk AS "publicJwk", private_jwk AS "privateJwk" FROM gateway.signing_keys ORDER BY created_at DESC, kid DESC LIMIT 10`,
    );
  });
}
