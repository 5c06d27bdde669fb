export { type Grouped, groupQuestions, type QuestionGroup } from './group.ts';
export { languageOf, type QuestionLanguage } from './language.ts';
export type { Question } from './units.ts';
export { type Words, wordsOf } from './words.ts';
