import type { Language } from '../api/types.ts';

export const languages: readonly Language[] = ['ru', 'uk', 'kk', 'en'];

/** Each language in its own words, as a switch must show it. */
export const ownNames: Readonly<Record<Language, string>> = {
  ru: 'Русский',
  uk: 'Українська',
  kk: 'Қазақша',
  en: 'English',
};

/** The first tag whose language is spoken, by the console or among those given: `kk-KZ` finds `kk`. */
export function firstSupported(tags: readonly string[], spoken: readonly Language[] = languages): Language | null {
  for (const tag of tags) {
    const found = spoken.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return null;
}
