import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Sweep, SweepRunner } from '@reglament/platform/events';
import { ReevaluateOpen } from '../handlers/reevaluate-open.ts';

/**
 * After a start with a changed regulation, and whenever a day of a calendar is changed, works the open clocks out anew, some requests
 * at a time, while everything else goes on. Every instance does it; what one has done the other no longer finds. Where nothing has
 * changed a round asks no more than this process's own book.
 */
@Injectable()
export class Reevaluate extends Sweep implements OnApplicationBootstrap {
  readonly name = 'reevaluate-open-clocks';
  override readonly idle = 500;

  constructor(
    private readonly reevaluateOpen: ReevaluateOpen,
    private readonly runner: SweepRunner,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.runner.start(this);
  }

  round(): Promise<number> {
    return this.reevaluateOpen.handle();
  }
}
