import type * as english from '../en/letters.ts';
import { list } from '../values.ts';
import { why } from './never.ts';

export const letters: typeof english.letters = {
  letterMissing: ({ letter }) => `\`${letter}\` хатының үлгісі жоқ.`,
  letterNeverSent: ({ letter, never }) => `\`${letter}\` хаты ешқашан жіберілмейді: ${why(never)}.`,
  letterWithoutCalls: ({ letter }) =>
    `\`${letter}\` хаты ешқашан жіберілмейді: \`calls\` бөлімі жоқ, сондықтан жауапсыз қоңыраулар болмайды.`,
  letterWithoutDeadline: ({ letter }) =>
    `\`${letter}\` хаты ешқашан жіберілмейді: \`within: set by work.deadline-set\` деп белгіленген мерзім жоқ.`,
  letterCannotSay: ({ letter, name, known }) =>
    `\`${letter}\` хатында {${name}} деп жазуға болмайды; жазуға болатындары: ${list(known.map((one) => `{${one}}`))}.`,
  letterWithoutPhone: () => 'Хатта телефон нөмірі бар, ал жедел желінің телефоны жоқ.',
  letterWithoutEmail: () => 'Хатта электрондық пошта мекенжайы бар, ал жедел желінің ондай мекенжайы жоқ.',
  letterWithoutNumber: ({ letter }) => `\`${letter}\` хаты өтінішті атамайды: {number} жетіспейді.`,
};
