import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@reglament/platform/auth';
import { Caller, Endpoint, endpoint } from '@reglament/platform/http';
import { z } from 'zod';
import { ReevaluateOpen } from '../handlers/reevaluate-open.ts';

const progress = endpoint({
  summary: 'How many requests wait for their clocks to be worked out anew after a changed day or regulation',
  allow: ['manager', 'administrator'],
  ok: z.object({ waiting: z.int() }),
});

@Controller('reevaluation')
export class ReevaluationController {
  constructor(private readonly reevaluateOpen: ReevaluateOpen) {}

  @Get()
  @Endpoint(progress)
  async show(@Caller() caller: Principal): Promise<z.input<typeof progress.ok>> {
    return { waiting: await this.reevaluateOpen.waiting(caller.tenant) };
  }
}
