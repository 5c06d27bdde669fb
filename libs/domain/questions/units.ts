import { type Words, wordsOf } from './words.ts';

export interface Question {
  readonly id: string;
  readonly text: string;
}

/** Questions of the same words in any order: one from the start, so that the same question asked a thousand times costs as much as once. */
export interface Unit {
  readonly key: string;
  readonly words: Words;
  readonly members: readonly Question[];
}

/** The most often asked first, then by an even shuffle of their words: the order in which questions come decides nothing, and any beginning is a fair sample. */
export function unitsOf(questions: readonly Question[]): readonly Unit[] {
  const units = new Map<string, { readonly words: Words; readonly members: Question[]; readonly hash: number }>();
  for (const question of questions) {
    const words = wordsOf(question.text);
    const stems = words.stems.toSorted();
    const key = stems.join(' ');
    const known = units.get(key);
    if (known === undefined) units.set(key, { words: { ...words, stems }, members: [question], hash: hashOf(key) });
    else known.members.push(question);
  }
  return [...units]
    .map(([key, unit]) => ({ key, ...unit }))
    .sort((a, b) => b.members.length - a.members.length || a.hash - b.hash || (a.key < b.key ? -1 : 1));
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
