import type { Language } from '@reglament/domain/regulation';

type Said = Readonly<Record<Language, string>>;

export const monthNotOver: Said = {
  ru: 'Этот месяц ещё не закончился: отчёт составляют по законченному месяцу.',
  uk: 'Цей місяць ще не закінчився: звіт складають за завершений місяць.',
  kk: 'Бұл ай әлі аяқталған жоқ: есеп аяқталған ай бойынша жасалады.',
  en: 'This month is not over yet: a report is made of a month that is.',
};

export const noSuchReport: Said = {
  ru: 'Такого отчёта нет.',
  uk: 'Такого звіту немає.',
  kk: 'Мұндай есеп жоқ.',
  en: 'There is no such report.',
};

export const notReady: Said = {
  ru: 'Отчёт ещё не готов.',
  uk: 'Звіт ще не готовий.',
  kk: 'Есеп әлі дайын емес.',
  en: 'The report is not ready yet.',
};

export const nobodyToSendTo: Said = {
  ru: 'В регламенте не сказано, кому отправлять отчёты.',
  uk: 'У регламенті не сказано, кому надсилати звіти.',
  kk: 'Регламентте есептің кімге жіберілетіні айтылмаған.',
  en: 'The regulation does not say to whom reports go.',
};
