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

/** Why a range of days is refused, by the rule it breaks. */
export const badRange = {
  missing: {
    ru: 'Для произвольного периода нужны обе даты: `from` и `to`.',
    uk: 'Для довільного періоду потрібні обидві дати: `from` і `to`.',
    kk: 'Еркін кезең үшін екі күн де керек: `from` және `to`.',
    en: 'A range needs both of its dates: `from` and `to`.',
  },
  reversed: {
    ru: 'Дата `to` раньше даты `from`.',
    uk: 'Дата `to` раніша за дату `from`.',
    kk: '`to` күні `from` күнінен ерте.',
    en: 'The date `to` is earlier than the date `from`.',
  },
  long: {
    ru: 'Период от `from` до `to` длиннее 400 дней.',
    uk: 'Період від `from` до `to` довший за 400 днів.',
    kk: '`from` пен `to` арасындағы кезең 400 күннен ұзақ.',
    en: 'The range from `from` to `to` is longer than 400 days.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
