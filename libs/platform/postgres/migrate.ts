import type { Source } from '@reglament/contracts';

/** One step of a schema, SQL text, schema-qualified. Once released it never changes: a change is a new step. */
export interface Migration {
  /** Sorts and names it: `0001-requests`. */
  readonly name: string;
  readonly up: string;
}
export type MigrationList = readonly Migration[];
export type { Source };
