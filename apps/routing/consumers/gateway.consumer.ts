import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventOf, StaffChangedV1 } from '@reglament/contracts';
import { saveAgent } from '../store/agents.ts';
import type { InTransaction } from './in-transaction.ts';

/** What the gateway says of the staff. */
@Controller()
export class GatewayConsumer {
  @EventPattern<string>('staff.changed.v1')
  staffChanged(@Payload() event: EventOf<typeof StaffChangedV1>, @Ctx() { tx }: InTransaction): Promise<void> {
    return saveAgent(tx, event);
  }
}
