import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '@reglament/contracts';
import type { Tx } from '@reglament/platform/postgres';
import { CancelByClock } from './cancel-by-clock.ts';
import { RequesterWithdrew } from './requester-withdrew.ts';
import { RequesterWrote } from './requester-wrote.ts';
import { ResumeByClock } from './resume-by-clock.ts';

/** Facts that had come before their request: applied in the order in which they happened, as if they came now. */
@Injectable()
export class EarlyFacts {
  constructor(
    private readonly wrote: RequesterWrote,
    private readonly withdrew: RequesterWithdrew,
    private readonly cancel: CancelByClock,
    private readonly resume: ResumeByClock,
  ) {}

  async apply(tx: Tx, events: readonly AnyEvent[]): Promise<void> {
    for (const event of events) {
      if (event.type === 'request.message-received.v1') await this.wrote.handle(tx, event);
      else if (event.type === 'request.withdrawn.v1') await this.withdrew.handle(tx, event);
      else if (event.type === 'clock.expired.v1') {
        await this.cancel.handle(tx, event);
        await this.resume.handle(tx, event);
      }
    }
  }
}
