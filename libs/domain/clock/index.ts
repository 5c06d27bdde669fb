export { chooseRules, traitsOf } from './choose.ts';
export { foldRequest } from './classified.ts';
export { explain } from './explain.ts';
export { fold } from './fold.ts';
export { isPromise } from './promise.ts';
export {
  announce,
  type ClockRecord,
  daysKnown,
  lateAfter,
  movedPromise,
  nextMoment,
  type Say,
  settle,
  termsOf,
  withdraw,
  writtenTerms,
} from './record.ts';
export { causesOf, foldThrough, type MovedPromise, type Version } from './through.ts';
export * from './types.ts';
