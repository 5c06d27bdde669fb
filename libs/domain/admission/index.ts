export * from './admit.ts';
export * from './files.ts';
export * from './promises.ts';
export * from './recordings.ts';
export * from './sentences.ts';
export * from './types.ts';
