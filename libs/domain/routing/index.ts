export * from './place.ts';
export * from './propose.ts';
export * from './queue.ts';
