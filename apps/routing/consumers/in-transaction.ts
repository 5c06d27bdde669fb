import type { Tx } from '@reglament/platform/postgres';

/** What a consumer takes from its context: the transaction in which the inbox row and every effect commit together. */
export interface InTransaction {
  readonly tx: Tx;
}
