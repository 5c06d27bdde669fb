import type { Tx } from './tx.ts';

/**
 * Gathers what several events of one transaction have in common, so that it is written with one statement. It is written when
 * a handler needs to see it, and at the latest before the commit. One batch of each kind per transaction.
 */
export class Batch<Item> {
  private readonly gathered = new WeakMap<Tx, Item[]>();

  constructor(private readonly write: (tx: Tx, items: readonly Item[]) => Promise<void>) {}

  add(tx: Tx, item: Item): void {
    const items = this.gathered.get(tx);
    if (items !== undefined) {
      items.push(item);
      return;
    }
    this.gathered.set(tx, [item]);
    tx.beforeCommit(() => this.flush(tx));
  }

  /** Writes what has been gathered so far. */
  async flush(tx: Tx): Promise<void> {
    const items = this.gathered.get(tx);
    if (items === undefined || items.length === 0) return;
    await this.write(tx, items.splice(0));
  }
}
