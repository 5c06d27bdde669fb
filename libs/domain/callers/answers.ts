import type { VerificationRule } from '../regulation/types.ts';

/** What a caller said, or a profile holds, by the ids of the regulation's questions. */
export type Answers = Readonly<Record<string, string>>;

/**
 * An answer as it is compared: what is heard by telephone and typed by somebody else has no case, no ё, no punctuation,
 * and one kind of apostrophe and space. Empty when nothing but signs was said.
 */
export function normaliseAnswer(answer: string): string {
  return answer
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[ʼ'`´‘’ʹ"]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a profile is that of who answered so; the secret is compared elsewhere, by its hash. */
export const sameAnswers = (rule: VerificationRule, profile: Answers, said: Answers): boolean =>
  rule.asks.every(({ id }) => id === rule.secret || isSame(profile[id], said[id]));

function isSame(kept: string | undefined, said: string | undefined): boolean {
  const plain = normaliseAnswer(kept ?? '');
  return plain !== '' && plain === normaliseAnswer(said ?? '');
}

/** The questions that were not answered, in the regulation's order. */
export const unanswered = (rule: VerificationRule, said: Answers): string[] =>
  rule.asks.flatMap(({ id }) => (normaliseAnswer(said[id] ?? '') === '' ? [id] : []));
