import i18next from 'i18next';
import { setApiLanguage } from '../api/client.ts';
import type { Language } from '../api/types.ts';
import { keptInBrowser } from '../ui/kept.ts';
import { firstSupported, languages } from './languages.ts';
import type { Texts } from './locales/en/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Texts };
    returnNull: false;
  }
}

const loaders: Record<Language, () => Promise<{ texts: object }>> = {
  ru: () => import('./locales/ru/index.ts'),
  uk: () => import('./locales/uk/index.ts'),
  kk: () => import('./locales/kk/index.ts'),
  en: () => import('./locales/en/index.ts'),
};

const remembered = 'reglament.language';

/** The language this person chose, or null when they never chose one. */
export function chosenLanguage(): Language | null {
  return firstSupported([keptInBrowser.getItem(remembered) ?? '']);
}

/** Shows the console in `language`; its texts are loaded the first time they are needed. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { texts } = await loaders[language]();
    i18next.addResourceBundle(language, 'translation', texts);
  }
  setApiLanguage(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The person’s own choice: shown now and kept for the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  keptInBrowser.setItem(remembered, language);
  await showLanguage(language);
}

/** Starts with the chosen language, else the browser’s, else English. */
export async function startLanguages(): Promise<void> {
  await i18next.init({
    resources: {},
    supportedLngs: languages,
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  await showLanguage(chosenLanguage() ?? firstSupported(navigator.languages) ?? 'en');
}
