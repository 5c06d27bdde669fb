import type { Language } from '@reglament/domain/regulation';

export const noSuchRequest: Readonly<Record<Language, string>> = {
  ru: 'Такого обращения нет.',
  uk: 'Такого звернення немає.',
  kk: 'Мұндай өтініш жоқ.',
  en: 'There is no such request.',
};

export const noSuchClock: Readonly<Record<Language, string>> = {
  ru: 'У обращения нет такого срока.',
  uk: 'У звернення немає такого строку.',
  kk: 'Өтініштің мұндай мерзімі жоқ.',
  en: 'The request has no such deadline.',
};
