export * from './calls.ts';
export * from './decide.ts';
export * from './life-cycle.ts';
export * from './number.ts';
export * from './outcome.ts';
export * from './personal-data.ts';
export * from './words.ts';
