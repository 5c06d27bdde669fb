import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type AnyEvent, events, type Source } from '@reglament/contracts';
import { EventContext } from '@reglament/platform/jetstream';
import { newsOf } from '../handlers/facts-of-events.ts';
import { GatherNews } from '../handlers/gather-news.ts';

/** Not the gateway: what it says is about no request. */
const sources: readonly Source[] = ['intake', 'routing'];
/** Everything that intake and routing say is a fact: which of them a clock listens to is the regulation's affair. */
const types = events.filter((event) => sources.includes(event.source)).map((event) => event.type);

@Controller()
export class FactsConsumer {
  constructor(private readonly gatherNews: GatherNews) {}

  @EventPattern(types)
  onFact(@Payload() event: AnyEvent, @Ctx() context: EventContext): void {
    this.gatherNews.handle(context.tx, newsOf(event));
  }
}
