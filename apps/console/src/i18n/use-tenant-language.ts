import { useEffect } from 'react';
import type { Hotline, Language } from '../api/types.ts';
import { chosenLanguage, showLanguage } from './index.ts';

/** A person who never chose a language reads a hotline’s page in the one its site asks for, else in the hotline’s first. */
export function useTenantLanguage(hotline: Hotline | undefined, asked: Language | null = null): void {
  const first = asked ?? hotline?.languages[0];
  useEffect(() => {
    if (first !== undefined && chosenLanguage() === null) void showLanguage(first);
  }, [first]);
}
