import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType, PayloadOf } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';

/** What an event says beside its type: `occurredAt` is the fact's own moment by the platform's clock. */
export interface NewEvent<T extends EventType> {
  /** The aggregate, usually the request; 1–100 characters. */
  readonly subjectId: string;
  readonly payload: PayloadOf<T>;
  readonly occurredAt: Instant;
  /** The W3C trace it belongs to; the current one unless told. */
  readonly traceparent?: string;
}

/** One transaction. Never keep it after the work returns. There are no nested transactions. */
export interface Tx {
  /** The tenant whose rows it sees; null for the system role. */
  readonly tenant: string | null;
  /** MikroORM's unit of work inside this transaction, made on first use and flushed before the commit. */
  readonly em: EntityManager;
  /**
   * Runs one statement with `$1` parameters in this transaction. The text must be a constant (it becomes a prepared statement).
   * Results: int8 and numeric as number, timestamptz as Instant (ms since 1970 UTC), date as `YYYY-MM-DD`, jsonb parsed.
   * Parameters: pass instants through `timestamp(instant)`, JSON through `JSON.stringify`, lists as arrays with a cast (`$1::uuid[]`).
   */
  sql<R = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * Says that something has happened, in the tenant of this transaction. Parsed by the contract now, written to the outbox before the commit.
   * @returns the event's id
   * @throws Error when the payload breaks its contract, or the transaction has no tenant
   */
  append<T extends EventType>(type: T, event: NewEvent<T>): string;
  /** The same for work that runs under the system role (sweeps), where the tenant has to be named. */
  appendFor<T extends EventType>(tenant: string, type: T, event: NewEvent<T>): string;
  /** Runs once all handlers are through, in the order added, before the unit of work and the events are written: for work that is cheaper done for a whole group. */
  beforeCommit(work: () => Promise<void>): void;
  /** Runs after a successful commit, never after a rollback. For nudges only: it may be lost when the process dies. */
  afterCommit(hook: () => void): void;
}
