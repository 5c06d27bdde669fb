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

export const noRegulation: Readonly<Record<Language, string>> = {
  ru: 'У горячей линии нет регламента, который можно было бы изменить.',
  uk: 'У гарячої лінії немає регламенту, який можна було б змінити.',
  kk: 'Жедел желіде өзгертуге болатын регламент жоқ.',
  en: 'The hotline has no regulation that could be changed.',
};

export const draftRefused: Readonly<Record<Language, string>> = {
  ru: 'По такому проекту регламента работать нельзя: исправьте названные места.',
  uk: 'За таким проєктом регламенту працювати не можна: виправте названі місця.',
  kk: 'Регламенттің мұндай жобасымен жұмыс істеуге болмайды: аталған жерлерін түзетіңіз.',
  en: 'A hotline cannot be run by this draft: mend the places that are named.',
};

export const draftLeadsNowhere: Readonly<Record<Language, string>> = {
  ru: 'В регламенте нет места, на которое указывает это изменение.',
  uk: 'У регламенті немає місця, на яке вказує ця зміна.',
  kk: 'Регламентте бұл өзгеріс көрсететін жер жоқ.',
  en: 'The regulation has no place that this change points to.',
};

export const periodReversed: Readonly<Record<Language, string>> = {
  ru: 'Последний день периода не может быть раньше первого.',
  uk: 'Останній день періоду не може бути раніше за перший.',
  kk: 'Кезеңнің соңғы күні бірінші күнінен бұрын бола алмайды.',
  en: 'The last day of the period cannot come before its first.',
};
