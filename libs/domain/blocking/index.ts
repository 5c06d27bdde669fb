export { type BlockLetter, composeBlockLetter } from './letters.ts';
export * from './rules.ts';
export { type ToldOfBlock, toldWhenBlocked } from './told.ts';
