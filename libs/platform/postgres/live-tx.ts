import type { EntityManager } from '@mikro-orm/postgresql';
import { definitionOf, type EventType, type Source, Tenant } from '@reglament/contracts';
import type pg from 'pg';
import { newId } from '../ids/index.ts';
import { currentTraceparent } from '../telemetry/index.ts';
import type { Orm } from './entities.ts';
import { insertOutbox, type OutboxRow } from './outbox.ts';
import { query } from './session.ts';
import type { NewEvent, Tx } from './tx.ts';
import { timestamp } from './types.ts';

export interface TxParts {
  readonly client: pg.PoolClient;
  readonly tenant: string | null;
  readonly service: Source;
  /** Undefined in a service without entities. */
  readonly orm: Orm | undefined;
}

/** At most this many events in one transaction: a loop gone wrong must not fill the outbox. */
const maxEvents = 10_000;

/** The Tx that `Database` hands out. */
export class LiveTx implements Tx {
  readonly tenant: string | null;
  private manager: EntityManager | undefined;
  private readonly events: OutboxRow[] = [];
  private readonly last: (() => Promise<void>)[] = [];
  private readonly hooks: (() => void)[] = [];

  constructor(private readonly parts: TxParts) {
    this.tenant = parts.tenant;
  }

  get em(): EntityManager {
    const { orm, client, service } = this.parts;
    if (orm === undefined) throw new Error(`${service} has no entities`);
    this.manager ??= orm.managerOn(client);
    return this.manager;
  }

  sql<R = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<R[]> {
    return query<R>(this.parts.client, text, params);
  }

  append<T extends EventType>(type: T, event: NewEvent<T>): string {
    if (this.tenant === null) throw new Error(`${type}: the system role belongs to no tenant, use appendFor`);
    return this.add(this.tenant, type, event);
  }

  appendFor<T extends EventType>(tenant: string, type: T, event: NewEvent<T>): string {
    if (this.tenant !== null && this.tenant !== tenant) {
      throw new Error(`${type} for ${tenant} cannot be appended in a transaction of ${this.tenant}`);
    }
    return this.add(Tenant.parse(tenant), type, event);
  }

  beforeCommit(work: () => Promise<void>): void {
    this.last.push(work);
  }

  afterCommit(hook: () => void): void {
    this.hooks.push(hook);
  }

  /** Does what waits for the end and writes the unit of work. */
  async finish(): Promise<void> {
    for (const work of this.last) await work();
    await this.manager?.flush();
  }

  /** @returns how many events there were */
  async writeEvents(): Promise<number> {
    await insertOutbox(this.parts.client, this.parts.service, this.events);
    return this.events.length;
  }

  committed(): void {
    for (const hook of this.hooks) hook();
  }

  private add<T extends EventType>(tenant: string, type: T, event: NewEvent<T>): string {
    const { service } = this.parts;
    const definition = definitionOf(type);
    if (definition === undefined) throw new Error(`${type} is not in the contracts`);
    if (definition.source !== service) throw new Error(`${type} belongs to ${definition.source}, not to ${service}`);
    if (this.events.length >= maxEvents) throw new Error(`${type}: more than ${maxEvents} events in one transaction`);
    const parsed = definition.payload.safeParse(event.payload);
    if (!parsed.success) {
      throw new Error(`${type} of ${event.subjectId} breaks its contract`, { cause: parsed.error });
    }
    const id = newId();
    this.events.push({
      id,
      tenant,
      type,
      subjectId: event.subjectId,
      occurredAt: timestamp(event.occurredAt),
      payload: JSON.stringify(parsed.data),
      traceparent: event.traceparent ?? currentTraceparent() ?? null,
    });
    return id;
  }
}
