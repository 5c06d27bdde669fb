import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Actor } from '@reglament/contracts';
import type { Regulation } from '@reglament/domain/regulation';
import { closedStatuses } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Sweep, SweepRunner } from '@reglament/platform/events';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { carryOut } from '../handlers/erase-person.ts';
import { countTraces, eraseBlocksBefore, requestsClosedBefore } from '../store/erase.ts';

/** Requests erased in one transaction. */
const AT_ONCE = 200;
const LOOK_EVERY_MS = 600_000;
const DAY = 24 * 3600 * 1000;
const platform: Actor = { kind: 'platform', id: 'platform', name: 'Reglament' };

/**
 * Erases the personal data of requests that were closed, and of blocks that ended, longer ago than their regulation keeps them. Looks every ten minutes.
 * Safe to run twice at once: a request is taken by one (SKIP LOCKED) and erased once (`erased_at`).
 */
@Injectable()
export class KeepTerms extends Sweep implements OnApplicationBootstrap {
  readonly name = 'keep-terms';
  override readonly idle = LOOK_EVERY_MS;
  override readonly wakes = false;

  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
    private readonly sweeps: SweepRunner,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.sweeps.start(this);
  }

  async round(): Promise<number> {
    let erased = 0;
    for (const regulation of this.book.all()) erased += await this.erase(regulation);
    return erased;
  }

  /** @returns how many requests and blocks of this hotline were erased */
  private async erase({ tenant, retention }: Regulation): Promise<number> {
    if (retention === null) return 0;
    const at = this.clock.now();
    const before = (at - retention.days * DAY) as Instant;
    return this.database.tenant(tenant, async (tx) => {
      const requests = await requestsClosedBefore(tx, closedStatuses, before, AT_ONCE);
      const blocks = await eraseBlocksBefore(tx, before, at, AT_ONCE);
      if (requests.length + blocks === 0) return 0;
      const traces = { ...(await countTraces(tx, requests, { email: null, phone: null })), blocks };
      const why = { because: 'term' as const, clause: retention.clause, reason: '' };
      await carryOut(tx, tenant, traces, { ...why, by: platform, at });
      return requests.length + blocks;
    });
  }
}
