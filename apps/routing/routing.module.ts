import { type DynamicModule, Module } from '@nestjs/common';
import type { ServiceConfig } from '@reglament/platform/config';
import { EventsModule } from '@reglament/platform/events';
import { RegulationFeed, RegulationNewsConsumer, regulationsProvider } from '@reglament/platform/regulations';
import { LiveController } from './http/live.controller.ts';
import { LateFacts } from './sweeps/late-facts.ts';
import { consumers, controllers, handlers } from './wiring.ts';

/** Milliseconds. A request is before the moderator at once; what its clocks show may come a moment later. */
const gather = { sla: 100 } as const;

@Module({})
class RoutingModule {}

/** The staff's side of the hotline, wired. */
export const routingModule = (config: Pick<ServiceConfig, 'REGULATIONS_DIR'>): DynamicModule => ({
  module: RoutingModule,
  imports: [EventsModule.forService({ service: 'routing', consumes: true, forgets: true, tellsPages: true, gather })],
  controllers: [...controllers, LiveController, ...consumers, RegulationNewsConsumer],
  providers: [regulationsProvider(config.REGULATIONS_DIR), RegulationFeed, ...handlers, LateFacts],
});
