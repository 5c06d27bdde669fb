import { list, type Never } from '../values.ts';
import { why } from './never.ts';

export interface Of {
  readonly letter: string;
}

/** Templates of letters. */
export const letters = {
  letterMissing: ({ letter }: Of) => `The letter \`${letter}\` has no template.`,
  letterNeverSent: ({ letter, never }: Of & { never: Never }) =>
    `The letter \`${letter}\` is never sent: ${why(never)}.`,
  letterWithoutCalls: ({ letter }: Of) =>
    `The letter \`${letter}\` is never sent: there are no \`calls\` that stay unanswered.`,
  letterWithoutDeadline: ({ letter }: Of) =>
    `The letter \`${letter}\` is never sent: no clock is \`within: set by work.deadline-set\`.`,
  letterCannotSay: ({ letter, name, known }: Of & { name: string; known: readonly string[] }) =>
    `The letter \`${letter}\` cannot say {${name}}; it can say: ${list(known.map((one) => `{${one}}`))}.`,
  letterWithoutPhone: () => 'The letter gives a telephone number, and the hotline has none.',
  letterWithoutEmail: () => 'The letter gives an e-mail address, and the hotline has none.',
  letterWithoutNumber: ({ letter }: Of) => `The letter \`${letter}\` never names the request: {number} is missing.`,
};
