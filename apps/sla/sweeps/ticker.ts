import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PlatformClock } from '@reglament/platform/clock';
import { Logger } from '@reglament/platform/telemetry';
import { AnnounceDue } from '../handlers/announce-due.ts';

/** Real milliseconds between two looks at most: another instance may have scheduled something earlier meanwhile. */
const LONGEST_SLEEP = 200;
/** When what is due is in another instance's hands: it is not worth asking more often. */
const SHORTEST_SLEEP = 5;
/** After a failure: not at once, so that a database that is starting is not stormed. */
const AFTER_FAILURE = 500;

/**
 * The platform's metronome: sleeps until the next clock has something to say and has it said. Every instance runs one; they
 * share the work row by row, and what one has announced the other no longer finds.
 */
@Injectable()
export class Ticker implements OnApplicationBootstrap, OnApplicationShutdown {
  private running = true;
  private wake: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly announceDue: AnnounceDue,
    private readonly clock: PlatformClock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.running = false;
    this.wake();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (this.running) await this.sleep(await this.round());
  }

  /** @returns real milliseconds until it is worth looking again */
  private async round(): Promise<number> {
    try {
      const { taken, nextAt } = await this.announceDue.handle();
      if (taken > 0) return 0;
      if (nextAt === null) return LONGEST_SLEEP;
      return Math.min(Math.max(this.clock.realDelay(nextAt), SHORTEST_SLEEP), LONGEST_SLEEP);
    } catch (error) {
      this.logger.error({ err: error }, 'clocks could not be announced; tried again at once');
      return AFTER_FAILURE;
    }
  }

  private sleep(millis: number): Promise<void> {
    if (!this.running) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
