export * from './answers.ts';
export * from './attempts.ts';
export * from './register.ts';
