import type * as english from '../en/letters.ts';
import { list } from '../values.ts';
import { why } from './never.ts';

export const letters: typeof english.letters = {
  letterMissing: ({ letter }) => `У письма \`${letter}\` нет шаблона.`,
  letterNeverSent: ({ letter, never }) => `Письмо \`${letter}\` никогда не отправляется: ${why(never)}.`,
  letterWithoutCalls: ({ letter }) =>
    `Письмо \`${letter}\` никогда не отправляется: нет раздела \`calls\`, и неотвеченных звонков не бывает.`,
  letterWithoutDeadline: ({ letter }) =>
    `Письмо \`${letter}\` никогда не отправляется: нет срока с \`within: set by work.deadline-set\`.`,
  letterCannotSay: ({ letter, name, known }) =>
    `В письме \`${letter}\` нельзя написать {${name}}; можно: ${list(known.map((one) => `{${one}}`))}.`,
  letterWithoutPhone: () => 'В письме есть номер телефона, а у горячей линии его нет.',
  letterWithoutEmail: () => 'В письме есть адрес электронной почты, а у горячей линии его нет.',
  letterWithoutNumber: ({ letter }) => `Письмо \`${letter}\` не называет обращение: не хватает {number}.`,
};
