import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventOf, WorkTrailToldV1 } from '@reglament/contracts';
import { EventContext } from '@reglament/platform/jetstream';
import { ComposeDisclosure } from '../handlers/compose-disclosure.ts';

/** Hears from routing the trail that a package waits for. */
@Controller()
export class DisclosuresConsumer {
  constructor(private readonly compose: ComposeDisclosure) {}

  @EventPattern<string>('work.trail-told.v1')
  trailTold(@Payload() event: EventOf<typeof WorkTrailToldV1>, @Ctx() context: EventContext): Promise<void> {
    return this.compose.handle(context.tx, event);
  }
}
