import type { Language } from '../regulation/types.ts';

/** What each particular of a trail's line is called. Ids have no names: they are in the data beside the text. */
const labels = {
  number: { ru: 'Номер', uk: 'Номер', kk: 'Нөмірі', en: 'Number' },
  channel: { ru: 'Канал', uk: 'Канал', kk: 'Арна', en: 'Channel' },
  entryPoint: { ru: 'Откуда', uk: 'Звідки', kk: 'Қайдан', en: 'From' },
  agent: { ru: 'Исполнитель', uk: 'Виконавець', kk: 'Орындаушы', en: 'Agent' },
  previous: { ru: 'До этого', uk: 'До цього', kk: 'Бұған дейін', en: 'Before that' },
  reason: { ru: 'Причина', uk: 'Причина', kk: 'Себебі', en: 'Reason' },
  because: { ru: 'Причина', uk: 'Причина', kk: 'Себебі', en: 'Reason' },
  clause: { ru: 'Пункт', uk: 'Пункт', kk: 'Тармақ', en: 'Clause' },
  attempt: { ru: 'Попытка', uk: 'Спроба', kk: 'Әрекет', en: 'Attempt' },
  outcome: { ru: 'Исход', uk: 'Результат', kk: 'Нәтижесі', en: 'Outcome' },
  note: { ru: 'Заметка', uk: 'Нотатка', kk: 'Ескертпе', en: 'Note' },
  cancelled: { ru: 'Обращение отменено', uk: 'Звернення скасовано', kk: 'Өтініш тоқтатылды', en: 'Request cancelled' },
  direction: { ru: 'Запись', uk: 'Запис', kk: 'Жазба', en: 'Recording of' },
  calledAt: { ru: 'Время звонка', uk: 'Час дзвінка', kk: 'Қоңырау уақыты', en: 'Called at' },
  lengthMs: { ru: 'Длительность', uk: 'Тривалість', kk: 'Ұзақтығы', en: 'Length' },
  vendor: { ru: 'Кому', uk: 'Кому', kk: 'Кімге', en: 'To' },
  to: { ru: 'Кому', uk: 'Кому', kk: 'Кімге', en: 'To' },
  text: { ru: 'Текст', uk: 'Текст', kk: 'Мәтін', en: 'Text' },
  rule: { ru: 'Срок', uk: 'Строк', kk: 'Мерзім', en: 'Deadline' },
  dueAt: { ru: 'Истекает', uk: 'Спливає', kk: 'Аяқталады', en: 'Ends' },
  previousDueAt: { ru: 'Истекал раньше', uk: 'Спливав раніше', kk: 'Бұрын аяқталатын', en: 'Ended before' },
  told: {
    ru: 'Заявителю сообщено',
    uk: 'Заявникові повідомлено',
    kk: 'Өтініш иесіне хабарланды',
    en: 'Requester told',
  },
  until: { ru: 'До', uk: 'До', kk: 'Дейін', en: 'Until' },
  untilReply: {
    ru: 'Или пока не напишет заявитель',
    uk: 'Або доки не напише заявник',
    kk: 'Немесе өтініш иесі жазғанша',
    en: 'Or until the requester writes',
  },
  category: { ru: 'Тема', uk: 'Тема', kk: 'Тақырыбы', en: 'Subject' },
  clientCategory: { ru: 'Категория клиента', uk: 'Категорія клієнта', kk: 'Клиент санаты', en: 'Category of client' },
  urgent: { ru: 'Срочно', uk: 'Терміново', kk: 'Шұғыл', en: 'Urgent' },
  tool: { ru: 'Программа', uk: 'Програма', kk: 'Бағдарлама', en: 'Tool' },
  startedAt: { ru: 'Начало', uk: 'Початок', kk: 'Басталуы', en: 'Started' },
  endedAt: { ru: 'Окончание', uk: 'Закінчення', kk: 'Аяқталуы', en: 'Ended' },
  consent: { ru: 'Согласие', uk: 'Згода', kk: 'Келісім', en: 'Consent' },
  step: { ru: 'Шаг', uk: 'Крок', kk: 'Қадам', en: 'Step' },
  choice: { ru: 'Вывод', uk: 'Висновок', kk: 'Қорытынды', en: 'Finding' },
  name: { ru: 'Имя', uk: 'Ім’я', kk: 'Аты-жөні', en: 'Name' },
  expiresAt: { ru: 'Доступ до', uk: 'Доступ до', kk: 'Рұқсат мерзімі', en: 'Access until' },
  procedure: { ru: 'Нарушение', uk: 'Порушення', kk: 'Бұзушылық', en: 'Breach' },
  do: { ru: 'Что сделано', uk: 'Що зроблено', kk: 'Не істелді', en: 'Done' },
  how: { ru: 'Как сообщено', uk: 'Як повідомлено', kk: 'Қалай хабарланды', en: 'Told' },
  numbers: { ru: 'Номера документов', uk: 'Номери документів', kk: 'Құжат нөмірлері', en: 'Numbers of documents' },
  contractInForce: { ru: 'Договор действует', uk: 'Договір діє', kk: 'Шарт күшінде', en: 'Contract in force' },
  delivery: { ru: 'Доставка', uk: 'Доставка', kk: 'Жеткізу', en: 'Delivery' },
  trackingNumber: { ru: 'Номер отправления', uk: 'Номер відправлення', kk: 'Жөнелтім нөмірі', en: 'Tracking number' },
  from: { ru: 'Было', uk: 'Було', kk: 'Бұрын', en: 'It was' },
  manifestSha256: {
    ru: 'SHA-256 перечня manifest.json',
    uk: 'SHA-256 переліку manifest.json',
    kk: 'manifest.json тізімінің SHA-256 мәні',
    en: 'SHA-256 of manifest.json',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type Particular = keyof typeof labels;
export const labelOf = (key: Particular, language: Language): string => labels[key][language];
export const isParticular = (key: string): key is Particular => Object.hasOwn(labels, key);

/** Values that are words of ours, not of the regulation. */
const values: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  web: { ru: 'форма на сайте', uk: 'форма на сайті', kk: 'сайттағы нысан', en: 'form on a site' },
  phone: { ru: 'телефон', uk: 'телефон', kk: 'телефон', en: 'telephone' },
  email: { ru: 'электронная почта', uk: 'електронна пошта', kk: 'электрондық пошта', en: 'e-mail' },
  chat: { ru: 'чат', uk: 'чат', kk: 'чат', en: 'chat' },
  api: { ru: 'системы партнёров', uk: 'системи партнерів', kk: 'серіктестер жүйелері', en: 'partners’ systems' },
  letter: { ru: 'письмо', uk: 'лист', kk: 'хат', en: 'letter' },
  'in-person': { ru: 'лично', uk: 'особисто', kk: 'жеке өзіне', en: 'in person' },
  agent: { ru: 'исполнитель', uk: 'виконавець', kk: 'орындаушы', en: 'agent' },
  moderator: { ru: 'модератор', uk: 'модератор', kk: 'модератор', en: 'moderator' },
  manager: { ru: 'руководитель', uk: 'керівник', kk: 'басшы', en: 'manager' },
  administrator: { ru: 'администратор', uk: 'адміністратор', kk: 'әкімші', en: 'administrator' },
  demand: { ru: 'по требованию', uk: 'на вимогу', kk: 'талап бойынша', en: 'on demand' },
  term: { ru: 'истёк срок хранения', uk: 'сплив строк зберігання', kk: 'сақтау мерзімі өтті', en: 'kept long enough' },
  time: { ru: 'наступило время', uk: 'настав час', kk: 'уақыты келді', en: 'the time came' },
  'requester-wrote': {
    ru: 'написал заявитель',
    uk: 'написав заявник',
    kk: 'өтініш иесі жазды',
    en: 'the requester wrote',
  },
  staff: { ru: 'решение сотрудника', uk: 'рішення працівника', kk: 'қызметкердің шешімі', en: 'staff decided so' },
  'end-call': { ru: 'звонок завершён', uk: 'дзвінок завершено', kk: 'қоңырау аяқталды', en: 'call ended' },
  'stop-correspondence': {
    ru: 'переписка прекращена',
    uk: 'листування припинено',
    kk: 'хат алмасу тоқтатылды',
    en: 'correspondence stopped',
  },
  inform: { ru: 'сообщено', uk: 'повідомлено', kk: 'хабарланды', en: 'informed' },
  disclose: { ru: 'переданы сведения', uk: 'передано відомості', kk: 'мәліметтер берілді', en: 'information given' },
  true: { ru: 'да', uk: 'так', kk: 'иә', en: 'yes' },
  false: { ru: 'нет', uk: 'ні', kk: 'жоқ', en: 'no' },
};

/** A value in words; what is no word of ours was written by somebody and stays as it is. */
export const inWords = (value: string, language: Language): string =>
  Object.hasOwn(values, value) ? (values[value]?.[language] ?? value) : value;
