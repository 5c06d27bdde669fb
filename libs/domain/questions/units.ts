import { spellingsOf } from './spelling.ts';
import { wordsOf } from './words.ts';

export interface Question {
  readonly id: string;
  readonly text: string;
}

/** Questions of the same words in any order: one from the start, so that the same question asked a thousand times costs as much as once. */
export interface Unit {
  /** Sorted. */
  readonly stems: readonly string[];
  readonly members: readonly Question[];
}

/**
 * Brings questions down to units, spelt as all of them together spell. The most often asked come first, then an even shuffle by
 * their words: the order in which questions come decides nothing, and any beginning is a fair sample.
 */
export function unitsOf(questions: readonly Question[]): readonly Unit[] {
  const stemsOf = new Map<string, readonly string[]>();
  const counts = new Map<string, number>();
  for (const { text } of questions) {
    if (stemsOf.has(text)) continue;
    const { stems } = wordsOf(text);
    stemsOf.set(text, stems);
    for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const spellings = spellingsOf(counts);
  const units = new Map<string, { readonly stems: readonly string[]; readonly members: Question[] }>();
  for (const question of questions) {
    const stems = (stemsOf.get(question.text) ?? []).map((stem) => spellings.get(stem) ?? stem).sort();
    const key = stems.join(' ');
    const known = units.get(key);
    if (known === undefined) units.set(key, { stems, members: [question] });
    else known.members.push(question);
  }
  return [...units]
    .map(([key, unit]) => ({ key, hash: hashOf(key), unit }))
    .sort((a, b) => b.unit.members.length - a.unit.members.length || a.hash - b.hash || (a.key < b.key ? -1 : 1))
    .map(({ unit }) => unit);
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
