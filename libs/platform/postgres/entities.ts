import type { EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';

/** An object-relational mapper over a service's entities; `entitiesOf` in `@reglament/platform/orm` makes one. */
export interface Orm {
  /** A unit of work inside the transaction that was begun on this connection. */
  managerOn(client: pg.ClientBase): EntityManager;
  close(): Promise<void>;
}

/** What opens it, with the service's address. */
export type Entities = (url: string) => Orm;
