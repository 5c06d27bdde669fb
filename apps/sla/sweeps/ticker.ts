import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PlatformClock } from '@reglament/platform/clock';
import { Sweep, SweepRunner } from '@reglament/platform/events';
import { AnnounceDue } from '../handlers/announce-due.ts';

/** Real milliseconds between two looks at most: another instance may have scheduled something earlier meanwhile. */
const LONGEST_REST = 200;
/** When what is due is in another instance's hands: it is not worth asking more often. */
const SHORTEST_REST = 5;

/**
 * The platform's metronome: rests until the next clock has something to say and has it said. Every instance runs one; they
 * share the work row by row, and what one has announced the other no longer finds.
 */
@Injectable()
export class Ticker extends Sweep implements OnApplicationBootstrap {
  readonly name = 'announce-due-clocks';
  override idle: number = LONGEST_REST;
  /** Until this moment of the process's own time there is nothing to look for, whatever commits meanwhile. */
  private quietUntil = 0;

  constructor(
    private readonly announceDue: AnnounceDue,
    private readonly clock: PlatformClock,
    private readonly runner: SweepRunner,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.runner.start(this);
  }

  async round(): Promise<number> {
    // Every commit of this process wakes us; under load that would be many looks for nothing.
    const left = this.quietUntil - performance.now();
    if (left > 0) {
      this.idle = Math.ceil(left);
      return 0;
    }
    const { taken, nextAt } = await this.announceDue.handle();
    const rest = nextAt === null ? LONGEST_REST : this.clock.realDelay(nextAt);
    this.idle = Math.min(Math.max(rest, SHORTEST_REST), LONGEST_REST);
    this.quietUntil = taken > 0 ? 0 : performance.now() + this.idle;
    return taken;
  }
}
