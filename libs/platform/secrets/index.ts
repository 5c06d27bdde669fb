export * from './argon2.ts';
export * from './fingerprint.ts';
export * from './random.ts';
