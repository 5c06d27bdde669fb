import { createPostgreSqlTypeParsers, type EntityManager, MikroORM, type Options, Type } from '@mikro-orm/postgresql';
import type { Instant } from '@reglament/domain/time';
import pg from 'pg';
import { type Entities, instantOf, timestamp } from '../postgres/index.ts';

/** MikroORM reads times from their text itself; 1009 is text[]. */
const parsers = createPostgreSqlTypeParsers(pg.types.getTypeParser(1009 as never, 'text') as never);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => parsers[oid] ?? pg.types.getTypeParser(oid, format)) as never,
};

type Context = Parameters<EntityManager['setTransactionContext']>[0];

/**
 * MikroORM for a service that has entities; the others never load it, which is 40 MB of memory and a third of a second of their start.
 * It works inside a transaction that we began ourselves, on our connection: the drivers call nothing but `executeQuery` on a transaction context. So
 * one BEGIN carries the tenant, raw SQL has real parameters, and the ORM costs nothing where it is not used.
 */
export function entitiesOf(entities: NonNullable<Options['entities']>): Entities {
  return (clientUrl) => {
    const orm = new MikroORM({
      entities,
      clientUrl,
      ensureDatabase: false,
      allowGlobalContext: false,
      forceUtcTimezone: true,
      discovery: { warnWhenNoEntities: false },
    });
    return {
      managerOn: (client) => {
        const manager = orm.em.fork({ clear: true, useContext: false }) as EntityManager;
        manager.setTransactionContext(contextOn(client));
        return manager;
      },
      close: () => orm.close(true),
    };
  };
}

function contextOn(client: pg.ClientBase): Context {
  const context = {
    async executeQuery(compiled: { sql: string; parameters: readonly unknown[] }) {
      const result = await client.query({ text: compiled.sql, values: compiled.parameters as unknown[], types });
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
  };
  return context as unknown as Context;
}

/** Entity property type for a `timestamptz` held as an Instant: `p.type(InstantType)`. */
export class InstantType extends Type<Instant | null, string | null> {
  override convertToDatabaseValue(value: Instant | null): string | null {
    return value === null || value === undefined ? null : timestamp(value);
  }
  override convertToJSValue(value: string | null): Instant | null {
    return value === null || value === undefined ? null : instantOf(value);
  }
  override getColumnType(): string {
    return 'timestamptz(3)';
  }
  override compareAsType(): string {
    return 'number';
  }
}
