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
} as const satisfies Refusals<string>;

/** The refusal for a code, in the reader's language. */
export const chatRefusal = (code: keyof typeof known, language: Language): Refusal => sayRefusal(known, code, language);
