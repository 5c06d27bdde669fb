import type { Source } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { Database } from '../postgres/index.ts';
import { type Held, remains } from './delivery.ts';

/** An event that could not take effect, as an administrator sees it. */
export interface DeadLetter {
  readonly id: number;
  readonly eventId: string;
  readonly type: string;
  readonly source: string;
  readonly subjectId: string;
  /** `invalid`: it breaks its contract. `failed`: its handler failed at every try. */
  readonly reason: 'invalid' | 'failed';
  readonly error: string;
  readonly deliveries: number;
  readonly deadAt: Instant;
  readonly replayedAt: Instant | null;
}

/** A dead letter with what is needed to try it again. */
export interface Buried extends DeadLetter {
  readonly headers: Record<string, string>;
  readonly body: string;
}

const columns = `id, event_id AS "eventId", type, source, subject_id AS "subjectId", reason, error, deliveries,
  dead_at AS "deadAt", replayed_at AS "replayedAt"`;
const longestError = 2_000;

/** `<schema>.dead_letters`. */
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly schema: Source,
  ) {}

  /** Keeps a message that is given up; the same event again is the same letter. */
  async bury(held: Held, reason: DeadLetter['reason'], error: string): Promise<void> {
    const { headers } = held.message;
    const { headers: kept, body } = remains(held.message);
    const idOf = (name: string, otherwise: string) => headers?.get(name) || otherwise;
    await this.database.system((tx) =>
      tx.sql(
        `INSERT INTO ${this.schema}.dead_letters (event_id, tenant, type, source, subject_id, reason, error, headers, body, deliveries)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)
             ON CONFLICT (event_id) DO UPDATE SET reason = excluded.reason, error = excluded.error, deliveries = excluded.deliveries,
                dead_at = excluded.dead_at, replayed_at = NULL`,
        [
          idOf('ce-id', `${held.stream}:${held.sequence}`),
          idOf('ce-tenant', ''),
          idOf('ce-type', ''),
          idOf('ce-source', ''),
          idOf('ce-subject', ''),
          reason,
          error.slice(0, longestError),
          kept,
          body,
          held.message.info.deliveryCount,
        ],
      ),
    );
  }

  /** A tenant's letters that still wait, newest first, at most 200. */
  list(tenant: string): Promise<DeadLetter[]> {
    return this.database.tenant(tenant, (tx) =>
      tx.sql<DeadLetter>(
        `SELECT ${columns} FROM ${this.schema}.dead_letters WHERE replayed_at IS NULL ORDER BY id DESC LIMIT 200`,
      ),
    );
  }

  async find(tenant: string, id: number): Promise<Buried | undefined> {
    const rows = await this.database.tenant(tenant, (tx) =>
      tx.sql<Buried>(`SELECT ${columns}, headers, body FROM ${this.schema}.dead_letters WHERE id = $1`, [id]),
    );
    return rows[0];
  }

  async markReplayed(tenant: string, id: number): Promise<void> {
    await this.database.tenant(tenant, (tx) =>
      tx.sql(`UPDATE ${this.schema}.dead_letters SET replayed_at = clock_timestamp() WHERE id = $1`, [id]),
    );
  }

  /** How many wait, over all tenants: for metrics. */
  async count(): Promise<number> {
    const rows = await this.database.systemQuery<{ count: number }>(
      `SELECT count(*) AS count FROM ${this.schema}.dead_letters WHERE replayed_at IS NULL`,
    );
    return rows[0]?.count ?? 0;
  }
}
