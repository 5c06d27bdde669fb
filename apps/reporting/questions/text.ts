import { maskQuestion } from '@reglament/domain/question-groups';

/** A question's first letters tell what is asked; the rest tells the story. */
const LONGEST_QUESTION = 300;

/** A question as groups know and show it: on one line, personal data masked, cut between words. */
export function asShown(question: string): string {
  const line = maskQuestion(question).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_QUESTION) return line;
  const cut = line.slice(0, LONGEST_QUESTION);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_QUESTION / 2)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
