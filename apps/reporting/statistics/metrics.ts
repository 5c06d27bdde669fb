import { DETAIL_SETS } from './detail-sets.ts';
import { QUESTION } from './question-sets.ts';
import { SETS } from './sets.ts';

/** Every set of requests that a figure counts, by the metric's name as the API knows it. */
export const ALL_SETS: Readonly<Record<string, string>> = { ...SETS, ...DETAIL_SETS, question: QUESTION };
export const METRICS = Object.keys(ALL_SETS);
