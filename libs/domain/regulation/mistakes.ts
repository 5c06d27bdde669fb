import { inWords, type Saying } from './mistake-words/index.ts';
import type { Language } from './types.ts';

/** What is wrong with a regulation file: where, which rule it breaks, and with which values. */
export interface Mistake {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The clause the wrong part stands on, where it names one. */
  readonly clause: string | null;
  readonly says: Saying;
}

/** What is wrong, as a sentence for the file's author. */
export const sentenceOf = ({ says }: Pick<Mistake, 'says'>, language: Language): string => inWords(says, language);

/** A mistake as a page shows it beside the text: it makes of the line a way to the place. */
export const mistakeBeside = (m: Mistake, language: Language) => ({
  line: m.line,
  clause: m.clause,
  sentence: sentenceOf(m, language),
});

/** `regulations/x.yaml:12 (clause 2.4): There is no …`: one mistake on one line, in English, for logs and whoever runs the platform. */
export const mistakeLine = (m: Mistake): string =>
  `${m.file}:${m.line}${m.clause === null ? '' : ` (clause ${m.clause})`}: ${sentenceOf(m, 'en')}`;

const places: Readonly<Record<Language, (m: Mistake) => string>> = {
  ru: ({ file, line, clause }) => `${file}, строка ${line}${clause === null ? '' : `, пункт ${clause}`}`,
  uk: ({ file, line, clause }) => `${file}, рядок ${line}${clause === null ? '' : `, пункт ${clause}`}`,
  kk: ({ file, line, clause }) => `${file}, ${line}-жол${clause === null ? '' : `, ${clause}-тармақ`}`,
  en: ({ file, line, clause }) => `${file}, line ${line}${clause === null ? '' : `, clause ${clause}`}`,
};

/** The place and the sentence in the reader's language: `x.yaml, строка 12, пункт 2.4: В регламенте нет …`. */
export const mistakeIn = (m: Mistake, language: Language): string =>
  `${places[language](m)}: ${sentenceOf(m, language)}`;
