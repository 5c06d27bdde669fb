import { type DynamicModule, Module } from '@nestjs/common';
import type { ServiceConfig } from '@reglament/platform/config';
import { EventsModule } from '@reglament/platform/events';
import { RegulationFeed, RegulationNewsConsumer, regulationsProvider } from '@reglament/platform/regulations';
import { FactsConsumer } from './consumers/facts-consumer.ts';
import { AnnounceDue } from './handlers/announce-due.ts';
import { ReadDraftBase } from './handlers/draft-base.ts';
import { ExplainClocks } from './handlers/explain-clocks.ts';
import { FoldNews } from './handlers/fold-news.ts';
import { GatherNews } from './handlers/gather-news.ts';
import { ReevaluateOpen } from './handlers/reevaluate-open.ts';
import { Terms } from './handlers/terms.ts';
import { WhatIf } from './handlers/what-if.ts';
import { ClocksController } from './http/clocks-controller.ts';
import { ReevaluationController } from './http/reevaluation-controller.ts';
import { WhatIfController } from './http/what-if-controller.ts';
import { Reevaluate } from './sweeps/reevaluate.ts';
import { Ticker } from './sweeps/ticker.ts';

/** Milliseconds. Clocks count from the facts' own moments: when they are heard of does not matter to them, and a promise is at least minutes long. */
const gather = { intake: 100, routing: 100 } as const;

@Module({})
class SlaModule {}

/** The service's wiring. */
export const slaModule = (config: ServiceConfig): DynamicModule => ({
  module: SlaModule,
  imports: [EventsModule.forService({ service: 'sla', consumes: true, gather, breath: 50 })],
  controllers: [ClocksController, ReevaluationController, WhatIfController, FactsConsumer, RegulationNewsConsumer],
  providers: [
    regulationsProvider(config.REGULATIONS_DIR),
    RegulationFeed,
    FoldNews,
    GatherNews,
    AnnounceDue,
    ExplainClocks,
    ReadDraftBase,
    WhatIf,
    Terms,
    ReevaluateOpen,
    Ticker,
    Reevaluate,
  ],
});
