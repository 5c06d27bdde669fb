export { Bus, type BusOptions } from './bus.ts';
export { type DeadLetter, DeadLetters } from './dead-letters.ts';
export { EventContext } from './event-context.ts';
export { envelopeOf, headersOf } from './headers.ts';
export { consumerConfig, ensureConsumer, ensureStream, keptDays } from './streams.ts';
export { Subscription, type SubscriptionOptions } from './subscription.ts';
export { JetStreamTransport, type TransportOptions } from './transport.ts';
