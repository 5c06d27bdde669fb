/** Sentences of our own for a replayed log, which has none. */
import type { Texts } from './log-life.ts';

type Language = 'ru' | 'uk' | 'kk' | 'en';

export const STAFF_TEXTS: Readonly<Record<Language, Texts & { readonly requester: string; readonly again: string }>> = {
  ru: {
    again: 'Не помогло: сегодня то же самое.',
    requester: 'Клиент',
    reply: 'Разобрались: причина найдена и устранена. Проверьте, пожалуйста, у себя.',
    ask: 'Уточните, пожалуйста, когда это случилось в первый раз и что было на экране.',
    answer: 'Случилось вчера после обеда, на экране было сообщение об ошибке.',
  },
  uk: {
    again: 'Не допомогло: сьогодні те саме.',
    requester: 'Клієнт',
    reply: 'З’ясували: причину знайдено й усунено. Перевірте, будь ласка, у себе.',
    ask: 'Уточніть, будь ласка, коли це сталося вперше і що було на екрані.',
    answer: 'Сталося вчора після обіду, на екрані було повідомлення про помилку.',
  },
  kk: {
    again: 'Көмектеспеді: бүгін де солай.',
    requester: 'Клиент',
    reply: 'Анықтадық: себебі табылып, жойылды. Өзіңізде тексеріп көріңіз.',
    ask: 'Бұл алғаш қашан болғанын және экранда не тұрғанын нақтылап жіберіңізші.',
    answer: 'Кеше түстен кейін болды, экранда қате туралы хабар тұрды.',
  },
  en: {
    again: 'It did not help: the same happens today.',
    requester: 'Client',
    reply: 'We have found the cause and removed it. Please check on your side.',
    ask: 'Please tell us when it happened first and what the screen said.',
    answer: 'It happened yesterday afternoon; the screen showed an error.',
  },
};

export const OWN_QUESTIONS: Readonly<Record<Language, readonly string[]>> = {
  ru: [
    'Не открывается программа после обновления.',
    'Как продлить лицензию ещё на год?',
    'Где посмотреть, принят ли отчёт?',
    'Нужен счёт на оплату.',
    'Не видна электронная подпись.',
    'Как добавить ещё одного пользователя?',
  ],
  uk: [
    'Не приходить лист для підтвердження.',
    'Як змінити адресу в заявці?',
    'Сторінка не відкривається.',
    'Не можу увійти в профіль.',
  ],
  kk: ['Кабинетке кіре алмай тұрмын.', 'Құжат жүктелмейді.', 'Өтінішті қалай өзгертемін?', 'Растау коды келмейді.'],
  en: ['The page does not open.', 'How do I change my data?', 'I cannot sign in.', 'Where do I see the answer?'],
};
