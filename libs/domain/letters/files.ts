import type { Language } from '../regulation/types.ts';

const list = (names: readonly string[]): string => names.map((name) => `• ${name}`).join('\n');

/** Which files came with a message, and where they are opened. */
export const filesInWords: Readonly<Record<Language, (names: readonly string[], url: string) => string>> = {
  ru: (names, url) => `К сообщению приложены файлы:\n${list(names)}\nОткрыть их можно на странице обращения: ${url}`,
  uk: (names, url) => `До повідомлення додано файли:\n${list(names)}\nВідкрити їх можна на сторінці звернення: ${url}`,
  kk: (names, url) => `Хабарламаға тіркелген файлдар:\n${list(names)}\nОларды өтініш бетінде ашуға болады: ${url}`,
  en: (names, url) => `Files that came with this message:\n${list(names)}\nOpen them on the request’s page: ${url}`,
};
