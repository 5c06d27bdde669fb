import { clockHour, dayIn, durationIn, NO_BREAK, nounsIn, numberIn, percentIn, weekdayIn } from '../words.ts';
import type { SentencesOf } from './texts.ts';

const requests = (n: number) => nounsIn('en', n, { one: 'request', other: 'requests' });
const times = (n: number) => nounsIn('en', n, { one: 'time', other: 'times' });
const were = (n: number) => (n === 1 ? 'was' : 'were');
const number = (n: number) => numberIn('en', n);
const percent = (part: number) => percentIn('en', part);
const time = (ms: number) => durationIn('en', ms / 1000);
const hours = (hour: number) => `between ${clockHour(hour)} and ${clockHour(hour + 1)}`;
const promise = (clause: string, name: string) => `“${name}” (clause${NO_BREAK}${clause})`;

export const en: SentencesOf = ({ earlier, than, atEnd }) => ({
  nothing: 'There were no requests in this time.',
  received: (count) => `${requests(count)} came in.`,
  receivedMore: (count, by, before) => `${requests(count)} came in, ${percent(by)} more ${than} (${number(before)}).`,
  receivedFewer: (count, by, before) => `${requests(count)} came in, ${percent(by)} fewer ${than} (${number(before)}).`,
  receivedBefore: (count, before) => `${requests(count)} came in; ${earlier} it was ${number(before)}.`,
  receivedNearly: (count, before) => `${requests(count)} came in, nearly as many as ${earlier} (${number(before)}).`,
  receivedSame: (count) => `${requests(count)} came in, as many as ${earlier}.`,
  resolved: (count, otherwise, open) => {
    const left = open === 0 ? `none were open ${atEnd}` : `${number(open)} ${were(open)} open ${atEnd}`;
    const other = otherwise === 0 ? '' : `, ${number(otherwise)} more ended otherwise`;
    return `${requests(count)} ${were(count)} resolved${other}; ${left}.`;
  },
  openGrew: (open, before) => `More requests are open: ${number(open)}, compared with ${number(before)} ${earlier}.`,
  openFell: (open, before) => `Fewer requests are open: ${number(open)}, compared with ${number(before)} ${earlier}.`,
  allKept: (count) => `Every promise of the regulation was kept: ${number(count)} of ${number(count)}.`,
  kept: (share, kept, all) =>
    `The regulation’s promises were kept in ${percent(share)} of cases: ${number(kept)} of ${number(all)}.`,
  keptSame: (share, kept, all) =>
    `The regulation’s promises were kept in ${percent(share)} of cases (${number(kept)} of ${number(all)}), as they were ${earlier}.`,
  keptMore: (share, kept, all, before) =>
    `The regulation’s promises were kept in ${percent(share)} of cases (${number(kept)} of ${number(all)}), more often ${than} (${percent(before)}).`,
  keptLess: (share, kept, all, before) =>
    `The regulation’s promises were kept in ${percent(share)} of cases (${number(kept)} of ${number(all)}), less often ${than} (${percent(before)}).`,
  answer: (median, tail) =>
    `Half of the first answers were given within ${time(median)}, 95 in 100 within ${time(tail)}.`,
  answerFaster: (median, tail, before) =>
    `Answers came faster: half of the first ones within ${time(median)}, compared with ${time(before)} ${earlier}, and 95 in 100 within ${time(tail)}.`,
  answerSlower: (median, tail, before) =>
    `Answers came more slowly: half of the first ones within ${time(median)}, compared with ${time(before)} ${earlier}, and 95 in 100 within ${time(tail)}.`,
  answerFew: (median, longest) => `A first answer usually took ${time(median)}; the longest took ${time(longest)}.`,
  resolution: (median, tail) =>
    `Half of the requests were resolved within ${time(median)}, 95 in 100 within ${time(tail)}, closed hours included.`,
  resolutionFew: (median, longest) =>
    `To resolve a request usually took ${time(median)}; the longest took ${time(longest)}, closed hours included.`,
  categoryGrew: (name, count, before) =>
    `The growth came from “${name}” above all: ${number(count)}, compared with ${number(before)} ${earlier}.`,
  categoryFell: (name, count, before) =>
    `The decline came from “${name}” above all: ${number(count)}, compared with ${number(before)} ${earlier}.`,
  category: (name, share) => `People asked most about “${name}”: ${percent(share)} of the requests.`,
  channelGrew: (name, share, before) =>
    `The channel “${name}” was chosen more often: ${percent(share)} of the requests, compared with ${percent(before)} ${earlier}.`,
  busiest: (day, count, usual) =>
    `Most came on ${weekdayIn('en', day)}, ${dayIn('en', day)}: ${requests(count)}, while an ordinary working day brings ${number(usual)}.`,
  busiestHour: (hour, count) => `Most people wrote or called ${hours(hour)}: ${requests(count)} in that hour.`,
  worst: (clause, name, broken, all) =>
    `The promise broken most often is ${promise(clause, name)}: ${times(broken)} out of ${number(all)}.`,
  worstBefore: (clause, name, broken, all, before) =>
    `The promise broken most often is ${promise(clause, name)}: ${times(broken)} out of ${number(all)}, compared with ${number(before)} ${earlier}.`,
  worstHour: (hour, count, broken) =>
    `Of these breaches ${number(count)} in ${number(broken)} happened ${hours(hour)}.`,
  question: (text, count) => `The most frequent question was “${text}”, asked ${times(count)}.`,
  questionBefore: (text, count, before) =>
    `The most frequent question was “${text}”, asked ${times(count)}, compared with ${number(before)} ${earlier}.`,
  reopened: (count) => `${requests(count)} ${were(count)} opened again: the first answer did not help.`,
  writeArticle: (question) =>
    `Publish an answer to “${question}”: it is asked more often than anything else, and no article is about it.`,
  readArticle: (article, question) =>
    `Read the article “${article}” again: it is there, and yet people ask most of all: “${question}”.`,
  checkShift: (hour, clause, name) =>
    `Check whether enough people are on duty ${hours(hour)}: most breaches of ${promise(clause, name)} happen then.`,
  checkPromise: (clause, name) => `Look into the breaches of ${promise(clause, name)}: no other promise has as many.`,
  clearBacklog: (count) => `Go through the open requests: there are ${number(count)} more of them ${than}.`,
  shareLoad: (name, share) =>
    `Look at how the work is shared: one person (${name}) resolves ${percent(share)} of the requests.`,
  readReopened: 'Read the requests that were opened again: they show which answers do not help.',
  allWell: 'Nothing needs to change: promises are kept, and there are no more open requests than before.',
  noBacklog: 'Nothing needs to change: there are no more open requests than before.',
});
