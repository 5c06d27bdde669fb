export { chooseRules } from './choose.ts';
export { explain } from './explain.ts';
export { fold } from './fold.ts';
export { nextMoment } from './next-moment.ts';
export * from './types.ts';
