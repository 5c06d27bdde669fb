export * from './propose.ts';
export * from './queue.ts';
