import type { PeriodWords } from '../earlier.ts';

/**
 * Every sentence a report may say, one function a sentence: a language builds the whole of it, with its own order and forms.
 * Numbers come as numbers so that nouns can agree with them; shares are parts of one, times are milliseconds, dates `YYYY-MM-DD`.
 * `before` is always the same figure in the period compared with.
 */
export interface Sentences {
  readonly nothing: string;
  readonly received: (count: number) => string;
  readonly receivedMore: (count: number, by: number, before: number) => string;
  readonly receivedFewer: (count: number, by: number, before: number) => string;
  /** Where a percentage of so few would say nothing. */
  readonly receivedBefore: (count: number, before: number) => string;
  readonly receivedNearly: (count: number, before: number) => string;
  readonly receivedSame: (count: number) => string;
  /** @param otherwise closed without being resolved: declined, cancelled or withdrawn */
  readonly resolved: (count: number, otherwise: number, open: number) => string;
  readonly openGrew: (open: number, before: number) => string;
  readonly openFell: (open: number, before: number) => string;
  readonly allKept: (count: number) => string;
  readonly kept: (share: number, kept: number, all: number) => string;
  readonly keptSame: (share: number, kept: number, all: number) => string;
  readonly keptMore: (share: number, kept: number, all: number, before: number) => string;
  readonly keptLess: (share: number, kept: number, all: number, before: number) => string;
  readonly answer: (median: number, tail: number) => string;
  readonly answerFaster: (median: number, tail: number, before: number) => string;
  readonly answerSlower: (median: number, tail: number, before: number) => string;
  /** Of so few that "95 in 100" would be one of them. */
  readonly answerFew: (median: number, longest: number) => string;
  readonly resolution: (median: number, tail: number) => string;
  readonly resolutionFew: (median: number, longest: number) => string;
  readonly categoryGrew: (name: string, count: number, before: number) => string;
  readonly categoryFell: (name: string, count: number, before: number) => string;
  readonly category: (name: string, share: number) => string;
  readonly channelGrew: (name: string, share: number, before: number) => string;
  /** @param usual on an ordinary working day */
  readonly busiest: (day: string, count: number, usual: number) => string;
  readonly busiestHour: (hour: number, count: number) => string;
  readonly worst: (clause: string, name: string, broken: number, all: number) => string;
  readonly worstBefore: (clause: string, name: string, broken: number, all: number, before: number) => string;
  readonly worstHour: (hour: number, count: number, broken: number) => string;
  readonly question: (text: string, count: number) => string;
  readonly questionBefore: (text: string, count: number, before: number) => string;
  readonly reopened: (count: number) => string;
  readonly writeArticle: (question: string) => string;
  readonly readArticle: (article: string, question: string) => string;
  readonly checkShift: (hour: number, clause: string, name: string) => string;
  readonly checkPromise: (clause: string, name: string) => string;
  readonly clearBacklog: (count: number) => string;
  readonly shareLoad: (name: string, share: number) => string;
  readonly readReopened: string;
  readonly allWell: string;
  /** The same where nothing is promised (kz-portal 30-9). */
  readonly noBacklog: string;
}

/** A language's sentences about one period. */
export type SentencesOf = (period: PeriodWords) => Sentences;
