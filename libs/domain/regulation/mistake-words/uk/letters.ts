import type * as english from '../en/letters.ts';
import { list } from '../values.ts';
import { why } from './never.ts';

export const letters: typeof english.letters = {
  letterMissing: ({ letter }) => `Лист \`${letter}\` не має шаблону.`,
  letterNeverSent: ({ letter, never }) => `Лист \`${letter}\` ніколи не надсилається: ${why(never)}.`,
  letterWithoutCalls: ({ letter }) =>
    `Лист \`${letter}\` ніколи не надсилається: немає розділу \`calls\`, і дзвінків без відповіді не буває.`,
  letterWithoutDeadline: ({ letter }) =>
    `Лист \`${letter}\` ніколи не надсилається: немає строку з \`within: set by work.deadline-set\`.`,
  letterCannotSay: ({ letter, name, known }) =>
    `У листі \`${letter}\` не можна написати {${name}}; можна: ${list(known.map((one) => `{${one}}`))}.`,
  letterWithoutPhone: () => 'У листі є номер телефону, а гаряча лінія його не має.',
  letterWithoutEmail: () => 'У листі є адреса електронної пошти, а гаряча лінія її не має.',
  letterWithoutNumber: ({ letter }) => `Лист \`${letter}\` не називає звернення: бракує {number}.`,
};
