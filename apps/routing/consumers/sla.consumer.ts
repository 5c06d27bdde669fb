import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { ClockExpiredV1, ClockScheduledV1, ClockStoppedV1, ClockWarnedV1, EventOf } from '@reglament/contracts';
import { ClockExpired } from '../handlers/clock-expired.ts';
import { NoteClocks } from '../handlers/note-clocks.ts';
import type { InTransaction } from './in-transaction.ts';

/** What sla says of clocks: shown, and acted upon where time is up. */
@Controller()
export class SlaConsumer {
  constructor(
    private readonly notes: NoteClocks,
    private readonly expiry: ClockExpired,
  ) {}

  @EventPattern<string>('clock.scheduled.v1')
  scheduled(@Payload() event: EventOf<typeof ClockScheduledV1>, @Ctx() { tx }: InTransaction): void {
    this.notes.scheduled(tx, event);
  }

  @EventPattern<string>('clock.warned.v1')
  warned(@Payload() event: EventOf<typeof ClockWarnedV1>, @Ctx() { tx }: InTransaction): void {
    this.notes.warned(tx, event);
  }

  @EventPattern<string>('clock.expired.v1')
  expired(@Payload() event: EventOf<typeof ClockExpiredV1>, @Ctx() { tx }: InTransaction): Promise<void> {
    this.notes.expired(tx, event);
    return this.expiry.handle(tx, event);
  }

  @EventPattern<string>('clock.stopped.v1')
  stopped(@Payload() event: EventOf<typeof ClockStoppedV1>, @Ctx() { tx }: InTransaction): void {
    this.notes.stopped(tx, event);
  }
}
