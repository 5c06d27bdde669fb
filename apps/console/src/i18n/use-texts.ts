import i18next, { type TFunction } from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';
import type { Language, Text } from '../api/types.ts';
import { firstSupported } from './languages.ts';

function onLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** The words of the current language, and how to read a tenant’s own texts in it. The same object until the language changes. */
export function useTexts() {
  const tag = useSyncExternalStore(onLanguage, () => i18next.language);
  return useMemo(() => textsIn(firstSupported([tag]) ?? 'en'), [tag]);
}

export type Translate = TFunction;

function textsIn(language: Language) {
  const t: Translate = i18next.getFixedT(language);
  return {
    t,
    language,
    say: (text: Text | null | undefined) => say(text, language),
    /** The word for an id that came from a service; an id without a word is shown as it is. */
    word: (kind: 'zone' | 'fact' | 'trail' | 'requestStatus' | 'channel' | 'call', id: string): string =>
      t(`${kind}.${id}` as 'clause', { defaultValue: id, number: '' }),
  };
}

/** A tenant’s sentence in `language`, else in the tenant’s first: never empty when anything was written. */
export function say(text: Text | null | undefined, language: Language): string {
  if (text === null || text === undefined) return '';
  return text[language] ?? Object.values(text)[0] ?? '';
}
