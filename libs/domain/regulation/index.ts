export { changeText, type TextChange } from './change-text.ts';
export { CALL_OUTCOMES, FACTS, TERMINAL_FACTS } from './facts.ts';
export { hoursInWords } from './hours.ts';
export { regulationJsonSchema } from './json-schema.ts';
export { fillLetter, LETTER_KINDS, type LetterValues, placeholdersOf, textIn } from './letters.ts';
export { type Loaded, type LoadOptions, parseRegulation } from './load.ts';
export { type Mistake, mistakeLine } from './mistakes.ts';
export { readSource } from './source.ts';
export * from './types.ts';
