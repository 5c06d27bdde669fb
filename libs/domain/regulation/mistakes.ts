/** What is wrong with a regulation file, said to its author. */
export interface Mistake {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The clause the wrong part stands on, where it names one. */
  readonly clause: string | null;
  readonly sentence: string;
}

/** `regulations/x.yaml:12 (clause 2.4): There is no …`: one mistake on one line. */
export const mistakeLine = (m: Mistake): string =>
  `${m.file}:${m.line}${m.clause === null ? '' : ` (clause ${m.clause})`}: ${m.sentence}`;
