import type { Language } from '../regulation/types.ts';

/** What the readable texts of a package are made of, in the four languages. */
interface Words {
  readonly request: string;
  readonly filed: string;
  readonly category: string;
  readonly requester: string;
  readonly contacts: string;
  readonly edition: string;
  readonly times: string;
  readonly conversation: string;
  readonly calls: string;
  readonly letters: string;
  readonly trail: string;
  readonly none: string;
  /** Where what people need not read is to be found. */
  readonly data: string;
  readonly files: string;
  readonly recordings: string;
  readonly to: string;
  readonly subject: string;
  readonly incoming: string;
  readonly outgoing: string;
  readonly authors: Readonly<Record<'requester' | 'staff' | 'platform', string>>;
  readonly letterStatus: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    request: 'Обращение',
    filed: 'Подано',
    category: 'Тема',
    requester: 'Заявитель',
    contacts: 'Контакты',
    edition: 'Редакция регламента',
    times: 'Время указано по часовому поясу',
    conversation: 'Переписка',
    calls: 'Звонки и записи',
    letters: 'Письма',
    trail: 'Что сделано',
    none: 'нет',
    data: 'Внутренние обозначения к этим записям — в trail.json',
    files: 'Файлы',
    recordings: 'Записи',
    to: 'Кому',
    subject: 'Тема',
    incoming: 'Звонок, во время которого подано обращение',
    outgoing: 'Звонок заявителю',
    authors: { requester: 'заявитель', staff: 'поддержка', platform: 'автоматически' },
    letterStatus: { pending: 'отправляется', sent: 'отправлено', failed: 'не доставлено' },
    outcomes: {
      answered: 'ответили',
      'no-answer': 'не ответили',
      busy: 'занято',
      'switched-off': 'выключен',
      'wrong-number': 'не тот номер',
    },
  },
  uk: {
    request: 'Звернення',
    filed: 'Подано',
    category: 'Тема',
    requester: 'Заявник',
    contacts: 'Контакти',
    edition: 'Редакція регламенту',
    times: 'Час указано за часовим поясом',
    conversation: 'Листування',
    calls: 'Дзвінки та записи',
    letters: 'Листи',
    trail: 'Що зроблено',
    none: 'немає',
    data: 'Внутрішні позначення до цих записів — у trail.json',
    files: 'Файли',
    recordings: 'Записи',
    to: 'Кому',
    subject: 'Тема',
    incoming: 'Дзвінок, під час якого подано звернення',
    outgoing: 'Дзвінок заявникові',
    authors: { requester: 'заявник', staff: 'служба підтримки', platform: 'автоматично' },
    letterStatus: { pending: 'надсилається', sent: 'надіслано', failed: 'не доставлено' },
    outcomes: {
      answered: 'відповіли',
      'no-answer': 'не відповіли',
      busy: 'зайнято',
      'switched-off': 'вимкнено',
      'wrong-number': 'не той номер',
    },
  },
  kk: {
    request: 'Өтініш',
    filed: 'Берілді',
    category: 'Тақырыбы',
    requester: 'Өтініш беруші',
    contacts: 'Байланыс деректері',
    edition: 'Регламенттің редакциясы',
    times: 'Уақыт мына уақыт белдеуімен көрсетілген',
    conversation: 'Хат алмасу',
    calls: 'Қоңыраулар мен жазбалар',
    letters: 'Хаттар',
    trail: 'Не істелді',
    none: 'жоқ',
    data: 'Осы жазбаларға қатысты ішкі белгілер trail.json файлында',
    files: 'Файлдар',
    recordings: 'Жазбалар',
    to: 'Кімге',
    subject: 'Тақырыбы',
    incoming: 'Өтініш берілген қоңырау',
    outgoing: 'Өтініш берушіге қоңырау',
    authors: { requester: 'өтініш беруші', staff: 'қолдау қызметі', platform: 'автоматты түрде' },
    letterStatus: { pending: 'жіберілуде', sent: 'жіберілді', failed: 'жеткізілмеді' },
    outcomes: {
      answered: 'жауап берді',
      'no-answer': 'жауап бермеді',
      busy: 'нөмір бос емес',
      'switched-off': 'өшірулі',
      'wrong-number': 'басқа нөмір',
    },
  },
  en: {
    request: 'Request',
    filed: 'Filed',
    category: 'Subject',
    requester: 'Requester',
    contacts: 'Contacts',
    edition: 'Edition of the regulation',
    times: 'Times are told in the time zone',
    conversation: 'Correspondence',
    calls: 'Calls and recordings',
    letters: 'Letters',
    trail: 'What was done',
    none: 'none',
    data: 'Internal ids of these lines are in trail.json',
    files: 'Files',
    recordings: 'Recordings',
    to: 'To',
    subject: 'Subject',
    incoming: 'The call in which the request was filed',
    outgoing: 'A call to the requester',
    authors: { requester: 'requester', staff: 'support', platform: 'automatically' },
    letterStatus: { pending: 'being sent', sent: 'sent', failed: 'not delivered' },
    outcomes: {
      answered: 'answered',
      'no-answer': 'no answer',
      busy: 'busy',
      'switched-off': 'switched off',
      'wrong-number': 'wrong number',
    },
  },
};
