export * from './amount.ts';
export * from './compose.ts';
export * from './decide.ts';
