export * from './compose.ts';
export * from './entries.ts';
export * from './manifest.ts';
export * from './matter.ts';
export * from './may-demand.ts';
