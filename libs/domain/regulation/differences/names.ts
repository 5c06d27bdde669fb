import type { Channel, Language, LetterKind } from '../types.ts';

type Words = Readonly<Record<Language, string>>;

/** What the parts of a regulation are called, by the key under which they stand. A part without a name here is called by its key. */
export const PARTS: Readonly<Record<string, Words>> = {
  name: { ru: 'Название', uk: 'Назва', kk: 'Атауы', en: 'Name' },
  organisation: { ru: 'Организация', uk: 'Організація', kk: 'Ұйым', en: 'Organisation' },
  languages: { ru: 'Языки', uk: 'Мови', kk: 'Тілдер', en: 'Languages' },
  country: { ru: 'Страна', uk: 'Країна', kk: 'Ел', en: 'Country' },
  phone: { ru: 'Телефон', uk: 'Телефон', kk: 'Телефон', en: 'Telephone' },
  email: { ru: 'Электронная почта', uk: 'Електронна пошта', kk: 'Электрондық пошта', en: 'E-mail' },
  texts: {
    ru: 'Приветствие и правила',
    uk: 'Вітання і правила',
    kk: 'Сәлемдесу және ережелер',
    en: 'Welcome and rules',
  },
  clauses: { ru: 'Пункты', uk: 'Пункти', kk: 'Тармақтар', en: 'Clauses' },
  calendar: { ru: 'Рабочее время', uk: 'Робочий час', kk: 'Жұмыс уақыты', en: 'Working time' },
  channels: { ru: 'Каналы', uk: 'Канали', kk: 'Арналар', en: 'Channels' },
  entryPoints: { ru: 'Формы и линии', uk: 'Форми та лінії', kk: 'Нысандар мен желілер', en: 'Forms and lines' },
  products: { ru: 'Продукты', uk: 'Продукти', kk: 'Өнімдер', en: 'Products' },
  clientCategories: {
    ru: 'Категории клиентов',
    uk: 'Категорії клієнтів',
    kk: 'Клиент санаттары',
    en: 'Client categories',
  },
  kinds: { ru: 'Виды обращений', uk: 'Види звернень', kk: 'Өтініш түрлері', en: 'Kinds of requests' },
  skills: { ru: 'Навыки', uk: 'Навички', kk: 'Дағдылар', en: 'Skills' },
  categories: { ru: 'Категории', uk: 'Категорії', kk: 'Санаттар', en: 'Categories' },
  clocks: { ru: 'Сроки', uk: 'Строки', kk: 'Мерзімдер', en: 'Deadlines' },
  calls: { ru: 'Повторные звонки', uk: 'Повторні дзвінки', kk: 'Қайталама қоңыраулар', en: 'Repeated calls' },
  silence: {
    ru: 'Молчание обратившегося',
    uk: 'Мовчання того, хто звернувся',
    kk: 'Өтініш берушінің үнсіздігі',
    en: 'Silence of the requester',
  },
  vendors: {
    ru: 'Кому передают обращения',
    uk: 'Кому передають звернення',
    kk: 'Өтініш кімге беріледі',
    en: 'Who requests are handed over to',
  },
  reasons: { ru: 'Причины', uk: 'Причини', kk: 'Себептер', en: 'Reasons' },
  remoteSessions: { ru: 'Удалённая помощь', uk: 'Віддалена допомога', kk: 'Қашықтан көмек', en: 'Remote help' },
  diagnosis: { ru: 'Диагностика', uk: 'Діагностика', kk: 'Диагностика', en: 'Diagnosis' },
  guests: {
    ru: 'Приглашённые помощники',
    uk: 'Запрошені помічники',
    kk: 'Шақырылған көмекшілер',
    en: 'Invited helpers',
  },
  chat: { ru: 'Чат', uk: 'Чат', kk: 'Чат', en: 'Chat' },
  help: { ru: 'Справочный центр', uk: 'Довідковий центр', kk: 'Анықтама орталығы', en: 'Help centre' },
  reports: { ru: 'Отчёты', uk: 'Звіти', kk: 'Есептер', en: 'Reports' },
  documents: {
    ru: 'Документы после услуг',
    uk: 'Документи після послуг',
    kk: 'Қызметтен кейінгі құжаттар',
    en: 'Documents after service',
  },
  queueOrder: { ru: 'Порядок очереди', uk: 'Порядок черги', kk: 'Кезек тәртібі', en: 'Order of the queue' },
  complaints: {
    ru: 'Жалобы на поддержку',
    uk: 'Скарги на підтримку',
    kk: 'Қолдау қызметіне шағымдар',
    en: 'Complaints about the support',
  },
  conduct: {
    ru: 'Нарушения правил общения',
    uk: 'Порушення правил спілкування',
    kk: 'Қарым-қатынас ережелерін бұзу',
    en: 'Breaches of conduct',
  },
  messages: {
    ru: 'Проверка сообщений',
    uk: 'Перевірка повідомлень',
    kk: 'Хабарламаларды тексеру',
    en: 'Checks of messages',
  },
  requesters: {
    ru: 'Права и обязанности обратившихся',
    uk: 'Права й обов’язки тих, хто звертається',
    kk: 'Өтініш берушілердің құқықтары мен міндеттері',
    en: 'Rights and duties of requesters',
  },
  blocking: {
    ru: 'Блокировка нарушителей',
    uk: 'Блокування порушників',
    kk: 'Ереже бұзушыларды бұғаттау',
    en: 'Blocking of those who break the rules',
  },
  retention: {
    ru: 'Хранение персональных данных',
    uk: 'Зберігання персональних даних',
    kk: 'Жеке деректерді сақтау',
    en: 'Keeping of personal data',
  },
  attachments: {
    ru: 'Файлы к обращению',
    uk: 'Файли до звернення',
    kk: 'Өтінішке тіркелетін файлдар',
    en: 'Files with a request',
  },
  disclosure: {
    ru: 'Передача записей и переписки',
    uk: 'Передавання записів і листування',
    kk: 'Жазбалар мен хат алмасуды беру',
    en: 'Handing over of recordings and correspondence',
  },
  recordings: {
    ru: 'Записи разговоров',
    uk: 'Записи розмов',
    kk: 'Әңгіме жазбалары',
    en: 'Recordings of calls',
  },
  verification: {
    ru: 'Проверка звонящего',
    uk: 'Перевірка того, хто телефонує',
    kk: 'Қоңырау шалушыны тексеру',
    en: 'Verification of callers',
  },
  letters: { ru: 'Письма', uk: 'Листи', kk: 'Хаттар', en: 'Letters' },
  assumptions: { ru: 'Допущения', uk: 'Припущення', kk: 'Болжамдар', en: 'Assumptions' },
};

export const CHANNEL_NAMES: Readonly<Record<Channel, Words>> = {
  web: {
    ru: 'через форму на сайте',
    uk: 'через форму на сайті',
    kk: 'сайттағы нысан арқылы',
    en: 'the form on the site',
  },
  phone: { ru: 'по телефону', uk: 'телефоном', kk: 'телефон арқылы', en: 'the telephone' },
  email: { ru: 'по электронной почте', uk: 'електронною поштою', kk: 'электрондық пошта арқылы', en: 'e-mail' },
  chat: { ru: 'в чате', uk: 'у чаті', kk: 'чат арқылы', en: 'chat' },
  api: { ru: 'из других программ', uk: 'з інших програм', kk: 'басқа бағдарламалардан', en: 'other programs' },
};

export const LETTER_NAMES: Readonly<Record<LetterKind, Words>> = {
  acknowledged: {
    ru: 'обращение принято',
    uk: 'звернення прийнято',
    kk: 'өтініш қабылданды',
    en: 'the request was accepted',
  },
  replied: { ru: 'ответ', uk: 'відповідь', kk: 'жауап', en: 'an answer' },
  'information-requested': {
    ru: 'нужны подробности',
    uk: 'потрібні подробиці',
    kk: 'толық мәлімет қажет',
    en: 'details are needed',
  },
  resolved: { ru: 'обращение решено', uk: 'звернення вирішено', kk: 'өтініш шешілді', en: 'the request was resolved' },
  cancelled: {
    ru: 'обращение отменено',
    uk: 'звернення скасовано',
    kk: 'өтініш тоқтатылды',
    en: 'the request was cancelled',
  },
  unreachable: {
    ru: 'не удалось дозвониться',
    uk: 'не вдалося додзвонитися',
    kk: 'қоңырау шалу мүмкін болмады',
    en: 'nobody could be reached',
  },
  declined: {
    ru: 'в обращении отказано',
    uk: 'у зверненні відмовлено',
    kk: 'өтініштен бас тартылды',
    en: 'the request was declined',
  },
  'handed-over': {
    ru: 'обращение передано',
    uk: 'звернення передано',
    kk: 'өтініш берілді',
    en: 'the request was handed over',
  },
  postponed: {
    ru: 'работа отложена',
    uk: 'роботу відкладено',
    kk: 'жұмыс кейінге қалдырылды',
    en: 'the work was postponed',
  },
  'deadline-set': { ru: 'назначен срок', uk: 'призначено строк', kk: 'мерзім белгіленді', en: 'a deadline was set' },
};

export const QUEUE_ORDERS: Readonly<Record<'urgency-then-arrival' | 'arrival', Words>> = {
  'urgency-then-arrival': {
    ru: 'сначала срочные, остальные по порядку поступления',
    uk: 'спершу термінові, решта за порядком надходження',
    kk: 'алдымен шұғылдары, қалғандары түскен ретімен',
    en: 'urgent ones first, the others in the order of arrival',
  },
  arrival: {
    ru: 'строго по порядку поступления',
    uk: 'суворо за порядком надходження',
    kk: 'қатаң түрде түскен ретімен',
    en: 'strictly in the order of arrival',
  },
};

/** Said where there is nothing: no target, no warning, no telephone. */
export const NONE: Words = { ru: 'нет', uk: 'немає', kk: 'жоқ', en: 'none' };
export const DAY_OFF: Words = { ru: 'выходной', uk: 'вихідний', kk: 'демалыс', en: 'a day off' };
export const ORDINARY_DAY: Words = {
  ru: 'обычный день',
  uk: 'звичайний день',
  kk: 'әдеттегі күн',
  en: 'an ordinary day',
};
