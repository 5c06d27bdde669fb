import type { NewProfile } from './api.ts';

/** More at once than the service takes. */
export const listLimit = 100;

/**
 * Reads a list as it is copied from a table: one caller a line, numbers first (several divided by a comma), then the answers in
 * the regulation's order; columns divided by a tab or a semicolon. Empty lines are passed over.
 * @returns the callers, and the lines (from 1) with too few or too many columns
 */
export function readList(text: string, asks: readonly { readonly id: string }[]) {
  const callers: NewProfile[] = [];
  const wrong: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [numbers = '', ...answers] = line.split(/[\t;]/).map((column) => column.trim());
    if (answers.length !== asks.length) wrong.push(index + 1);
    else
      callers.push({
        numbers: numbers.split(',').flatMap((number) => (number.trim() === '' ? [] : [number.trim()])),
        answers: Object.fromEntries(asks.map(({ id }, i) => [id, answers[i] ?? ''])),
      });
  }
  return { callers, wrong };
}
