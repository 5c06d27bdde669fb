import type { Language } from '../regulation/types.ts';
import type { SpanName } from './figures.ts';

/** Headings, names of columns and the words around the figures. */
export interface Labels {
  readonly monthly: string;
  readonly conclusions: string;
  readonly changed: string;
  readonly why: string;
  readonly todo: string;
  readonly figures: string;
  readonly promises: string;
  readonly times: string;
  readonly questions: string;
  readonly subjects: string;
  readonly channels: string;
  readonly days: string;
  readonly hours: string;
  readonly employees: string;
  readonly meanings: string;
  readonly meaning: string;
  readonly none: string;
  readonly figure: string;
  readonly change: string;
  readonly promise: string;
  readonly clause: (number: string) => string;
  readonly kept: string;
  readonly broken: string;
  readonly keptShare: string;
  /** The same in a table of promises, beside how many. */
  readonly keptPart: string;
  readonly span: string;
  readonly median: string;
  readonly tail: string;
  readonly question: string;
  readonly article: (title: string) => string;
  readonly subject: string;
  readonly asked: string;
  readonly share: string;
  readonly employee: string;
  /** What employees did: calls put down, requests distributed, requests they were given. */
  readonly registered: string;
  readonly moderated: string;
  readonly assigned: string;
  readonly replied: string;
  readonly solved: string;
  readonly totals: Readonly<Record<TotalName, string>>;
  readonly spans: Readonly<Record<SpanName, string>>;
  readonly foot: (edition: string, zone: string) => string;
  readonly pageOf: readonly [string, string];
}

export const TOTALS = [
  'received',
  'resolved',
  'open',
  'cancelled',
  'declined',
  'withdrawn',
  'reopened',
  'handedOver',
] as const;
export type TotalName = (typeof TOTALS)[number];

export const labels: Readonly<Record<Language, Labels>> = {
  ru: {
    monthly: 'Отчёт о работе горячей линии',
    conclusions: 'Выводы',
    changed: 'Что изменилось',
    why: 'Почему так',
    todo: 'Что сделать',
    figures: 'Показатели',
    promises: 'Сроки по пунктам регламента',
    times: 'Время обработки',
    questions: 'Что спрашивали чаще всего',
    subjects: 'Темы обращений',
    channels: 'Каналы',
    days: 'Поступило по дням',
    hours: 'Поступило по часам',
    employees: 'Работа сотрудников',
    meanings: 'Что означают показатели',
    meaning: 'Что считается',
    none: 'За этот период таких данных нет.',
    figure: 'Показатель',
    change: 'Разница',
    promise: 'Срок',
    clause: (number) => `пункт ${number}`,
    kept: 'Соблюдено',
    broken: 'Нарушено',
    keptShare: 'Сроки соблюдены',
    keptPart: 'Доля',
    span: 'Отрезок',
    median: 'Половина за',
    tail: '95 из 100 за',
    question: 'Вопрос',
    article: (title) => `есть статья «${title}»`,
    subject: 'Тема',
    asked: 'Раз',
    share: 'Доля',
    employee: 'Сотрудник',
    registered: 'Принял звонков',
    moderated: 'Распределил',
    assigned: 'Получил',
    replied: 'Ответил',
    solved: 'Решил',
    totals: {
      received: 'Поступило',
      resolved: 'Решено',
      open: 'Осталось открытых',
      cancelled: 'Отменено',
      declined: 'Отклонено',
      withdrawn: 'Отозвано заявителем',
      reopened: 'Открыто снова',
      handedOver: 'Передано разработчику',
    },
    spans: {
      placement: 'Попадание в очередь',
      assignment: 'Назначение исполнителя',
      answer: 'Первый ответ',
      resolution: 'Решение',
    },
    foot: (edition, zone) => `Редакция регламента ${edition} · часовой пояс ${zone}`,
    pageOf: ['Страница ', ' из '],
  },
  uk: {
    monthly: 'Звіт про роботу гарячої лінії',
    conclusions: 'Висновки',
    changed: 'Що змінилося',
    why: 'Чому так',
    todo: 'Що зробити',
    figures: 'Показники',
    promises: 'Строки за пунктами регламенту',
    times: 'Час опрацювання',
    questions: 'Що запитували найчастіше',
    subjects: 'Теми звернень',
    channels: 'Канали',
    days: 'Надійшло за днями',
    hours: 'Надійшло за годинами',
    employees: 'Робота працівників',
    meanings: 'Що означають показники',
    meaning: 'Що рахується',
    none: 'За цей період таких даних немає.',
    figure: 'Показник',
    change: 'Різниця',
    promise: 'Строк',
    clause: (number) => `пункт ${number}`,
    kept: 'Дотримано',
    broken: 'Порушено',
    keptShare: 'Строків дотримано',
    keptPart: 'Частка',
    span: 'Відрізок',
    median: 'Половина за',
    tail: '95 зі 100 за',
    question: 'Запитання',
    article: (title) => `є стаття «${title}»`,
    subject: 'Тема',
    asked: 'Разів',
    share: 'Частка',
    employee: 'Працівник',
    registered: 'Прийняв дзвінків',
    moderated: 'Розподілив',
    assigned: 'Отримав',
    replied: 'Відповів',
    solved: 'Вирішив',
    totals: {
      received: 'Надійшло',
      resolved: 'Вирішено',
      open: 'Лишилося відкритих',
      cancelled: 'Скасовано',
      declined: 'Відхилено',
      withdrawn: 'Відкликано заявником',
      reopened: 'Відкрито знову',
      handedOver: 'Передано розробникові',
    },
    spans: {
      placement: 'Потрапляння в чергу',
      assignment: 'Призначення виконавця',
      answer: 'Перша відповідь',
      resolution: 'Вирішення',
    },
    foot: (edition, zone) => `Редакція регламенту ${edition} · часовий пояс ${zone}`,
    pageOf: ['Сторінка ', ' із '],
  },
  kk: {
    monthly: 'Жедел желінің жұмысы туралы есеп',
    conclusions: 'Қорытынды',
    changed: 'Не өзгерді',
    why: 'Себебі неде',
    todo: 'Не істеу керек',
    figures: 'Көрсеткіштер',
    promises: 'Регламент тармақтары бойынша мерзімдер',
    times: 'Өңдеу уақыты',
    questions: 'Ең жиі қойылған сұрақтар',
    subjects: 'Өтініш тақырыптары',
    channels: 'Арналар',
    days: 'Күн бойынша түскені',
    hours: 'Сағат бойынша түскені',
    employees: 'Қызметкерлердің жұмысы',
    meanings: 'Көрсеткіштер нені білдіреді',
    meaning: 'Не есептеледі',
    none: 'Бұл кезеңде мұндай дерек жоқ.',
    figure: 'Көрсеткіш',
    change: 'Айырмасы',
    promise: 'Мерзім',
    clause: (number) => `${number}-тармақ`,
    kept: 'Сақталды',
    broken: 'Бұзылды',
    keptShare: 'Мерзім сақталды',
    keptPart: 'Үлесі',
    span: 'Кезең',
    median: 'Жартысы',
    tail: '100-ден 95-і',
    question: 'Сұрақ',
    article: (title) => `«${title}» мақаласы бар`,
    subject: 'Тақырып',
    asked: 'Рет',
    share: 'Үлесі',
    employee: 'Қызметкер',
    registered: 'Қоңырау қабылдады',
    moderated: 'Бөлді',
    assigned: 'Алды',
    replied: 'Жауап берді',
    solved: 'Шешті',
    totals: {
      received: 'Түсті',
      resolved: 'Шешілді',
      open: 'Ашық қалды',
      cancelled: 'Тоқтатылды',
      declined: 'Қабылданбады',
      withdrawn: 'Өтініш беруші қайтарып алды',
      reopened: 'Қайта ашылды',
      handedOver: 'Әзірлеушіге берілді',
    },
    spans: {
      placement: 'Кезекке түсу',
      assignment: 'Орындаушы тағайындау',
      answer: 'Алғашқы жауап',
      resolution: 'Шешім',
    },
    foot: (edition, zone) => `Регламент редакциясы ${edition} · уақыт белдеуі ${zone}`,
    pageOf: ['Бет: ', ' / '],
  },
  en: {
    monthly: 'Report on the work of the hotline',
    conclusions: 'Conclusions',
    changed: 'What changed',
    why: 'Why it seems so',
    todo: 'What to do',
    figures: 'Figures',
    promises: 'Promises by clause of the regulation',
    times: 'How long it took',
    questions: 'What was asked most',
    subjects: 'Subjects of requests',
    channels: 'Channels',
    days: 'Received by day',
    hours: 'Received by hour',
    employees: 'Work of the employees',
    meanings: 'What the figures mean',
    meaning: 'What is counted',
    none: 'There is nothing of this kind in the period.',
    figure: 'Figure',
    change: 'Change',
    promise: 'Promise',
    clause: (number) => `clause ${number}`,
    kept: 'Kept',
    broken: 'Broken',
    keptShare: 'Promises kept',
    keptPart: 'Share',
    span: 'Span',
    median: 'Half within',
    tail: '95 in 100 within',
    question: 'Question',
    article: (title) => `article “${title}”`,
    subject: 'Subject',
    asked: 'Times',
    share: 'Share',
    employee: 'Employee',
    registered: 'Took calls',
    moderated: 'Distributed',
    assigned: 'Was given',
    replied: 'Answered',
    solved: 'Resolved',
    totals: {
      received: 'Received',
      resolved: 'Resolved',
      open: 'Left open',
      cancelled: 'Cancelled',
      declined: 'Declined',
      withdrawn: 'Withdrawn by the requester',
      reopened: 'Opened again',
      handedOver: 'Handed over to the developer',
    },
    spans: {
      placement: 'Into the queue',
      assignment: 'Assignment to an agent',
      answer: 'First answer',
      resolution: 'Resolution',
    },
    foot: (edition, zone) => `Edition ${edition} of the regulation · time zone ${zone}`,
    pageOf: ['Page ', ' of '],
  },
};
