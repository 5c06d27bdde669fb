export * from './actor.ts';
export * from './envelope.ts';
export * from './events/index.ts';
export * from './streams.ts';
export * from './tenant.ts';
export * from './words.ts';
