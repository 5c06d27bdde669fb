export { compare, NAMED, type RuleSummary, summarise, Tally } from './compare.ts';
export { type History, judge, recorded } from './judge.ts';
export type { Compared, Moved, Outcome, Promised, Standing, Verdict } from './types.ts';
