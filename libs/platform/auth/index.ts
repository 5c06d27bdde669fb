export * from './principal.ts';
export * from './verifier.ts';
