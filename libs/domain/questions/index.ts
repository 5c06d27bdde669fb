export { type Grouped, groupQuestions, type Question, type QuestionGroup } from './group.ts';
export { languageOf, type QuestionLanguage } from './language.ts';
export { type Words, wordsOf } from './words.ts';
