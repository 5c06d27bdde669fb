import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { AnyEvent } from '@reglament/contracts';
import { EventContext } from '@reglament/platform/jetstream';
import { ApplyWork, workTypes } from '../handlers/apply-work.ts';

/** Hears from routing what staff did. */
@Controller()
export class WorkConsumer {
  constructor(private readonly applyWork: ApplyWork) {}

  @EventPattern(workTypes)
  onWork(@Payload() event: AnyEvent, @Ctx() context: EventContext): void {
    this.applyWork.handle(context.tx, event);
  }
}
