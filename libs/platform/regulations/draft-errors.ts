import { type Language, type Mistake, mistakeIn } from '@reglament/domain/regulation';

/** What is wrong with a draft, as a refusal lists it under the field that held its text. */
export const draftErrors = (mistakes: readonly Mistake[], language: Language) =>
  mistakes.map((mistake) => ({ field: 'text', rule: 'regulation', message: mistakeIn(mistake, language) }));
