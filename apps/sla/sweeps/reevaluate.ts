import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Sweep, SweepRunner } from '@reglament/platform/events';
import { ReevaluateOpen } from '../handlers/reevaluate-open.ts';

/** Once everything is up to date there is nothing more to do until the next start: a regulation changes with a start. */
const A_DAY = 24 * 3_600_000;

/**
 * After a start with a changed regulation or calendar, works out the open clocks anew, some requests at a time, while everything
 * else goes on. Every instance does it; the second finds nothing left.
 */
@Injectable()
export class Reevaluate extends Sweep implements OnApplicationBootstrap {
  readonly name = 'reevaluate-open-clocks';
  override idle = A_DAY;
  private isDone = false;

  constructor(
    private readonly reevaluateOpen: ReevaluateOpen,
    private readonly runner: SweepRunner,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.runner.start(this);
  }

  async round(): Promise<number> {
    if (this.isDone) return 0;
    const done = await this.reevaluateOpen.handle();
    this.isDone = done === 0;
    return done;
  }
}
