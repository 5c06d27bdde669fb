import { useTranslation } from 'react-i18next';
import type { Language, Text } from '../api/types.ts';
import { firstSupported } from './languages.ts';

/** The words of the current language, and how to read a tenant’s own texts in it. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  const language: Language = firstSupported([i18n.language]) ?? 'en';
  return {
    t,
    language,
    say: (text: Text | null | undefined) => say(text, language),
    /** The word for an id that came from a service; an id without a word is shown as it is. */
    word: (kind: 'zone' | 'fact' | 'trail' | 'requestStatus' | 'channel' | 'call', id: string): string =>
      t(`${kind}.${id}` as 'clause', { defaultValue: id, number: '' }),
  };
}

export type Translate = ReturnType<typeof useTexts>['t'];

/** A tenant’s sentence in `language`, else in the tenant’s first: never empty when anything was written. */
export function say(text: Text | null | undefined, language: Language): string {
  if (text === null || text === undefined) return '';
  return text[language] ?? Object.values(text)[0] ?? '';
}
