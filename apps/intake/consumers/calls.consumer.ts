import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventOf, WorkCallAttemptedV1 } from '@reglament/contracts';
import { EventContext } from '@reglament/platform/jetstream';
import { Recordings } from '../handlers/recordings.ts';

/** Hears from routing that a requester was called: the call may have been recorded. */
@Controller()
export class CallsConsumer {
  constructor(private readonly recordings: Recordings) {}

  @EventPattern<string>('work.call-attempted.v1')
  attempted(@Payload() event: EventOf<typeof WorkCallAttemptedV1>, @Ctx() context: EventContext): Promise<void> {
    return this.recordings.note(context.tx, event);
  }
}
