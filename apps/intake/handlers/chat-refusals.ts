import type { Language } from '@reglament/domain/regulation';
import type { Refusal } from '@reglament/platform/outcome';
import { type Refusals, sayRefusal } from './say-refusal.ts';

const known = {
  'no-chat': {
    status: 404,
    detail: {
      ru: 'У этой линии нет чата.',
      uk: 'У цієї лінії немає чату.',
      kk: 'Бұл желіде чат жоқ.',
      en: 'This hotline has no chat.',
    },
  },
  'chat-without-instructions': {
    status: 422,
    detail: {
      ru: 'Чат начинается с инструкций: сначала напишите вопрос и посмотрите, нет ли на него готового ответа.',
      uk: 'Чат починається з інструкцій: спершу напишіть запитання й перевірте, чи немає на нього готової відповіді.',
      kk: 'Чат нұсқаулықтардан басталады: алдымен сұрағыңызды жазып, дайын жауап бар-жоғын қараңыз.',
      en: 'A chat begins with the instructions: write your question first and see whether it has been answered already.',
    },
  },
} as const satisfies Refusals<string>;

/** The refusal for a code, in the reader's language. */
export const chatRefusal = (code: keyof typeof known, language: Language): Refusal => sayRefusal(known, code, language);
