export * from './compose.ts';
export * from './summary.ts';
