export * from './load.ts';
export * from './schemas.ts';
