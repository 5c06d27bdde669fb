/**
 * Every sentence a report may say, one function a sentence: a language builds the whole of it, with its own order and forms.
 * Numbers come as numbers so that nouns can agree with them; shares are parts of one, times are milliseconds, dates `YYYY-MM-DD`.
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
  readonly resolved: (count: number, open: number) => string;
  readonly openGrew: (open: number, before: number) => string;
  readonly openFell: (open: number, before: number) => string;
  readonly allKept: (count: number) => string;
  readonly kept: (share: number, kept: number, all: number) => string;
  readonly keptBefore: (share: number, kept: number, all: number, before: number) => string;
  readonly answer: (median: number, tail: number) => string;
  readonly answerBefore: (median: number, tail: number, before: number) => string;
  readonly resolution: (median: number, tail: number) => string;
  readonly categoryGrew: (name: string, count: number, before: number) => string;
  readonly categoryFell: (name: string, count: number, before: number) => string;
  readonly category: (name: string, share: number) => string;
  readonly channel: (name: string, share: number) => string;
  readonly busiest: (day: string, count: number) => string;
  readonly busiestHour: (hour: number, count: number) => string;
  readonly worst: (clause: string, name: string, broken: number, all: number) => string;
  readonly worstGrew: (clause: string, name: string, broken: number, before: number) => string;
  readonly question: (text: string, count: number) => string;
  readonly questionBefore: (text: string, count: number, before: number) => string;
  readonly reopened: (count: number) => string;
  readonly writeArticle: (question: string) => string;
  readonly checkShift: (hour: number, clause: string, name: string) => string;
  readonly checkPromise: (clause: string, name: string) => string;
  readonly clearBacklog: (count: number) => string;
  readonly shareLoad: (name: string, share: number) => string;
  readonly readReopened: string;
  readonly allWell: string;
}
