import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Sweep, SweepRunner } from '@reglament/platform/events';
import { Database } from '@reglament/platform/postgres';
import { EarlyFacts } from '../handlers/early-facts.ts';
import { findOverdueFacts, takeEarlyFacts } from '../store/early-facts.ts';

/** Real milliseconds between two looks: it is rare, and nobody waits at a screen for it. */
const lookEvery = 1_000;
const most = 200;

/**
 * A fact may be put aside as early by one instance while another is just placing its request: each commits without having seen
 * the other. Such facts are found here and applied. Safe to run twice: whoever takes them out applies them.
 */
@Injectable()
export class LateFacts extends Sweep implements OnApplicationBootstrap {
  readonly name = 'late-facts';
  override readonly idle = lookEvery;
  override readonly wakes = false;

  constructor(
    private readonly db: Database,
    private readonly facts: EarlyFacts,
    private readonly runner: SweepRunner,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.runner.start(this);
  }

  /** @returns how many requests had something waiting */
  async round(): Promise<number> {
    const found = await this.db.system((tx) => findOverdueFacts(tx, most));
    for (const { tenant, requestIds } of found)
      await this.db.tenant(tenant, async (tx) => this.facts.apply(tx, await takeEarlyFacts(tx, requestIds)));
    return found.reduce((sum, { requestIds }) => sum + requestIds.length, 0);
  }
}
