import { clockHour, dayIn, durationIn, nounsIn, numberIn, percentIn } from '../words.ts';
import type { Sentences } from './texts.ts';

const requests = (n: number) => nounsIn('en', n, { one: 'request', other: 'requests' });
const times = (n: number) => nounsIn('en', n, { one: 'time', other: 'times' });
const were = (n: number) => (n === 1 ? 'was' : 'were');
const number = (n: number) => numberIn('en', n);
const percent = (part: number) => percentIn('en', part);
const time = (ms: number) => durationIn('en', ms / 1000);
const hours = (hour: number) => `between ${clockHour(hour)} and ${clockHour(hour + 1)}`;

export const en: Sentences = {
  nothing: 'There were no requests in this time.',
  received: (count) => `${requests(count)} came in.`,
  receivedMore: (count, by, before) =>
    `${requests(count)} came in, ${percent(by)} more than in the period before (${number(before)}).`,
  receivedFewer: (count, by, before) =>
    `${requests(count)} came in, ${percent(by)} fewer than in the period before (${number(before)}).`,
  receivedBefore: (count, before) =>
    `${requests(count)} came in, compared with ${number(before)} in the period before.`,
  receivedNearly: (count, before) =>
    `${requests(count)} came in, nearly as many as in the period before (${number(before)}).`,
  receivedSame: (count) => `${requests(count)} came in, as many as in the period before.`,
  resolved: (count, open) =>
    `${requests(count)} ${were(count)} resolved, and ${number(open)} ${were(open)} open at the end of the period.`,
  openGrew: (open, before) => `More requests are open than before: ${number(open)} instead of ${number(before)}.`,
  openFell: (open, before) => `Fewer requests are open than before: ${number(open)} instead of ${number(before)}.`,
  allKept: (count) => `Every promise of the regulation was kept: ${number(count)} of ${number(count)}.`,
  kept: (share, kept, all) =>
    `The regulation’s promises were kept in ${percent(share)} of cases: ${number(kept)} of ${number(all)}.`,
  keptBefore: (share, kept, all, before) =>
    `The regulation’s promises were kept in ${percent(share)} of cases, ${number(kept)} of ${number(all)}; in the period before it was ${percent(before)}.`,
  answer: (median, tail) =>
    `Half of the first answers were given within ${time(median)}, 95 in 100 within ${time(tail)}.`,
  answerBefore: (median, tail, before) =>
    `Half of the first answers were given within ${time(median)} (in the period before, ${time(before)}), 95 in 100 within ${time(tail)}.`,
  resolution: (median, tail) =>
    `Half of the requests were resolved within ${time(median)}, 95 in 100 within ${time(tail)}, closed hours included.`,
  categoryGrew: (name, count, before) =>
    `The subject that grew most is “${name}”: ${number(count)} instead of ${number(before)}.`,
  categoryFell: (name, count, before) =>
    `The subject that shrank most is “${name}”: ${number(count)} instead of ${number(before)}.`,
  category: (name, share) => `The main subject is “${name}”: ${percent(share)} of the requests.`,
  channel: (name, share) => `The main channel is “${name}”: ${percent(share)} of the requests.`,
  busiest: (day, count) => `The busiest day was ${dayIn('en', day)}, with ${requests(count)}.`,
  busiestHour: (hour, count) => `Most people wrote or called ${hours(hour)}: ${requests(count)} in that hour.`,
  worst: (clause, name, broken, all) =>
    `The promise broken most often is “${name}” (clause ${clause}): ${times(broken)} out of ${number(all)}.`,
  worstGrew: (clause, name, broken, before) =>
    `The promise broken most often is “${name}” (clause ${clause}): ${times(broken)}, compared with ${number(before)} in the period before.`,
  question: (text, count) => `The most frequent question was “${text}”, asked ${times(count)}.`,
  questionBefore: (text, count, before) =>
    `The most frequent question was “${text}”, asked ${times(count)}, compared with ${number(before)} in the period before.`,
  reopened: (count) => `${requests(count)} ${were(count)} opened again: the first answer did not help.`,
  writeArticle: (question) => `Publish an answer to “${question}”: it is asked more often than anything else.`,
  checkShift: (hour, clause, name) =>
    `Check who is on duty ${hours(hour)}: most requests come at that time, and “${name}” (clause ${clause}) is broken more often than any other promise.`,
  checkPromise: (clause, name) =>
    `Look into the breaches of “${name}” (clause ${clause}): no other promise has as many.`,
  clearBacklog: (count) => `Go through the open requests: there are ${number(count)} more of them than before.`,
  shareLoad: (name, share) =>
    `Look at how the work is shared: one person (${name}) resolves ${percent(share)} of the requests.`,
  readReopened: 'Read the requests that were opened again: they show which answers do not help.',
  allWell: 'Nothing needs to change: promises are kept, and there are no more open requests than before.',
};
