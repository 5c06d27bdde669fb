import type { Language } from '../../regulation/types.ts';
import { periodWords } from '../earlier.ts';
import type { ReportKind } from '../figures.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import type { Sentences, SentencesOf } from './texts.ts';
import { uk } from './uk.ts';

const LANGUAGES: Readonly<Record<Language, SentencesOf>> = { ru, uk, kk, en };

/** The sentences of a language about the period that begins on `from` (`YYYY-MM-DD`). */
export const sentencesIn = (language: Language, kind: ReportKind, from: string): Sentences =>
  LANGUAGES[language](periodWords(language, kind, from));
