import { useEffect } from 'react';
import type { Hotline, Language } from '../api/types.ts';
import { chosenLanguage, showLanguage } from './index.ts';
import { firstSupported } from './languages.ts';

/**
 * A person who never chose a language reads a hotline’s page in the one its site asks for, else in the first that their browser
 * prefers and the hotline speaks, else in the hotline’s own first.
 */
export function useTenantLanguage(hotline: Hotline | undefined, asked: Language | null = null): void {
  const first = hotline && (asked ?? firstSupported(navigator.languages, hotline.languages) ?? hotline.languages[0]);
  useEffect(() => {
    if (first !== undefined && chosenLanguage() === null) void showLanguage(first);
  }, [first]);
}
