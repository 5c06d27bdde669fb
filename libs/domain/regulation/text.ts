export type Language = 'ru' | 'uk' | 'kk' | 'en';
/** A sentence in the tenant's languages; every language of the tenant is present. */
export type Text = Readonly<Partial<Record<Language, string>>>;

/** The tag by which `Intl` knows each language: dates and numbers as they are written where the language is spoken. */
export const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', uk: 'uk-UA', kk: 'kk-KZ', en: 'en-GB' };
