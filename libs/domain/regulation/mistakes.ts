import type { Language } from './types.ts';

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

const places: Readonly<Record<Language, (m: Mistake) => string>> = {
  ru: ({ file, line, clause }) => `${file}, строка ${line}${clause === null ? '' : `, пункт ${clause}`}`,
  uk: ({ file, line, clause }) => `${file}, рядок ${line}${clause === null ? '' : `, пункт ${clause}`}`,
  kk: ({ file, line, clause }) => `${file}, ${line}-жол${clause === null ? '' : `, ${clause}-тармақ`}`,
  en: ({ file, line, clause }) => `${file}, line ${line}${clause === null ? '' : `, clause ${clause}`}`,
};

/** The place in the reader's language; the sentence after it exists in English only: `x.yaml, строка 12, пункт 2.4: There is no …`. */
export const mistakeIn = (m: Mistake, language: Language): string => `${places[language](m)}: ${m.sentence}`;
