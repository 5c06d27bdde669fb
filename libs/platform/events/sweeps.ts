import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../postgres/index.ts';
import { Wakeup } from '../relay/wakeup.ts';
import { Logger } from '../telemetry/index.ts';

/** A background role. It takes no input, finds its work in the database, and is safe to run twice at once. */
export abstract class Sweep {
  /** For logs: `send-letters`. */
  abstract readonly name: string;
  /** Most milliseconds between two rounds that find nothing; 250 unless told. */
  readonly idle: number = 250;
  /** Whether a commit of this process wakes it at once. Not for what nobody waits for: a busy service commits all the time. */
  readonly wakes: boolean = true;
  /** Does a bounded piece of work. @returns how much was done; after 0 it rests */
  abstract round(): Promise<number>;
}

const longestBackOff = 5_000;

/** Runs sweeps round after round until the service stops: `runner.start(sweep)`. */
@Injectable()
export class SweepRunner implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[] = [];

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  start(sweep: Sweep): void {
    this.running.push(this.run(sweep));
  }

  /** Waits for the rounds under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async run(sweep: Sweep): Promise<void> {
    const { signal } = this.stopping;
    const wakeup = new Wakeup();
    const off = sweep.wakes ? this.database.onNudge(() => wakeup.wake()) : () => undefined;
    signal.addEventListener('abort', () => wakeup.wake());
    for (let backOff = 100; !signal.aborted; ) {
      try {
        if ((await sweep.round()) === 0) await wakeup.wait(sweep.idle);
        backOff = 100;
      } catch (error) {
        this.logger.error({ err: error, sweep: sweep.name }, 'a round failed, trying again');
        await pause(backOff, undefined, { signal }).catch(() => undefined);
        backOff = Math.min(backOff * 2, longestBackOff);
      }
    }
    off();
  }
}
