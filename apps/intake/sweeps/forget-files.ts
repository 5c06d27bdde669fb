import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { KEPT_UNSENT } from '@reglament/domain/admission';
import type { Instant } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Sweep, SweepRunner } from '@reglament/platform/events';
import { Database } from '@reglament/platform/postgres';
import { forgetFiles } from '../store/files.ts';

const hour = 3_600_000;

/** Removes files that were uploaded and never sent with anything. Safe in several instances: removing twice is removing once. */
@Injectable()
export class ForgetFiles extends Sweep implements OnApplicationBootstrap {
  readonly name = 'forget-files';
  override readonly idle = hour;
  override readonly wakes = false;

  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly sweeps: SweepRunner,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.sweeps.start(this);
  }

  async round(): Promise<number> {
    // An hour more than a request may count on, so that none loses a file between the look and the commit.
    const before = (this.clock.now() - KEPT_UNSENT - hour) as Instant;
    await this.database.system((tx) => forgetFiles(tx, before));
    return 0;
  }
}
