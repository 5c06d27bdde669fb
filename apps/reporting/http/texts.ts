import type { Language } from '@reglament/domain/regulation';

export const noRegulation: Readonly<Record<Language, string>> = {
  ru: 'У организации нет регламента: считать нечего.',
  uk: 'В організації немає регламенту: рахувати нічого.',
  kk: 'Ұйымның регламенті жоқ: есептейтін ештеңе жоқ.',
  en: 'The organisation has no regulation: there is nothing to count.',
};

export const noSuchMetric: Readonly<Record<Language, string>> = {
  ru: 'Такого показателя нет.',
  uk: 'Такого показника немає.',
  kk: 'Мұндай көрсеткіш жоқ.',
  en: 'There is no such figure.',
};

export const emptyPeriod: Readonly<Record<Language, string>> = {
  ru: 'Начало периода должно быть раньше его конца, а сам период — не длиннее 400 дней.',
  uk: 'Початок періоду має бути раніше за його кінець, а сам період — не довший за 400 днів.',
  kk: 'Кезеңнің басы соңынан бұрын, ал кезеңнің өзі 400 күннен аспауы керек.',
  en: 'The period must begin before it ends and last at most 400 days.',
};
