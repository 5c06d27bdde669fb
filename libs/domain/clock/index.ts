export { chooseRules, traitsOf } from './choose.ts';
export { foldRequest } from './classified.ts';
export { explain } from './explain.ts';
export { fold } from './fold.ts';
export { announce, type ClockRecord, lateAfter, nextMoment, type Say, settle, withdraw } from './record.ts';
export * from './types.ts';
