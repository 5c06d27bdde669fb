import { Injectable } from '@nestjs/common';
import { isoOf } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import type { Language } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { Credentials } from '../auth/credentials.ts';
import { newApiKey } from '../auth/secrets.ts';
import { refuseWith } from '../http/texts.ts';
import { ApiKey } from '../store/entities.ts';

const MOST_KEYS = 100;

export interface ApiKeyView {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: string[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** The keys of one tenant's programs, by its administrator. */
@Injectable()
export class ApiKeysHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly credentials: Credentials,
  ) {}

  /** Those not revoked, newest first. */
  list(caller: Principal): Promise<ApiKeyView[]> {
    return this.database.tenant(caller.tenant, async (tx) => {
      const keys = await tx.em.find(
        ApiKey,
        { revokedAt: null },
        { orderBy: { createdAt: 'desc', keyId: 'desc' }, limit: MOST_KEYS },
      );
      return keys.map(viewOf);
    });
  }

  /** The key itself is in this answer and nowhere else, ever. */
  add(
    caller: Principal,
    wanted: { readonly name: string; readonly scopes: readonly string[] },
    language: Language,
  ): Promise<Outcome<ApiKeyView & { key: string }>> {
    return this.database.tenant(caller.tenant, async (tx) => {
      if ((await tx.em.count(ApiKey, { revokedAt: null })) >= MOST_KEYS) return refuseWith('too-many-keys', language);
      const { key, hash } = newApiKey(caller.tenant);
      const row = tx.em.create(ApiKey, {
        tenant: caller.tenant,
        keyId: newId(),
        name: wanted.name,
        secretHash: hash,
        scopes: [...new Set(wanted.scopes)],
        createdBy: caller.name,
        createdAt: this.clock.now(),
        lastUsedAt: null,
        revokedAt: null,
      });
      return accept({ ...viewOf(row), key });
    });
  }

  async revoke(caller: Principal, keyId: string, language: Language): Promise<Outcome<undefined>> {
    const revoked = await this.database.tenant(caller.tenant, (tx) =>
      tx.sql(
        'UPDATE gateway.api_keys SET revoked_at = now() WHERE key_id = $1 AND revoked_at IS NULL RETURNING key_id',
        [keyId],
      ),
    );
    if (revoked.length === 0) return refuseWith('key-not-found', language);
    this.credentials.forgetAll();
    return accept(undefined);
  }
}

const viewOf = (key: ApiKey): ApiKeyView => ({
  keyId: key.keyId,
  name: key.name,
  scopes: key.scopes,
  createdBy: key.createdBy,
  createdAt: isoOf(key.createdAt),
  lastUsedAt: key.lastUsedAt == null ? null : isoOf(key.lastUsedAt),
});
