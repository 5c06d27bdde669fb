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
    const { taken, nextAt } = await this.announceDue.handle();
    const rest = nextAt === null ? LONGEST_REST : this.clock.realDelay(nextAt);
    this.idle = Math.min(Math.max(rest, SHORTEST_REST), LONGEST_REST);
    return taken;
  }
}
