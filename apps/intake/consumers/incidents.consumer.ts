import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventOf, IncidentStepDoneV1 } from '@reglament/contracts';
import { EventContext } from '@reglament/platform/jetstream';
import { InformAddressee } from '../handlers/inform-addressee.ts';

/** Hears from routing that somebody has to be told of a breach of conduct. */
@Controller()
export class IncidentsConsumer {
  constructor(private readonly inform: InformAddressee) {}

  @EventPattern<string>('incident.step-done.v1')
  stepDone(@Payload() event: EventOf<typeof IncidentStepDoneV1>, @Ctx() context: EventContext): Promise<void> {
    return this.inform.handle(context.tx, event);
  }
}
