import type { Language } from './language.ts';

type Texts = Readonly<Record<Language, string>>;

/** What the edge itself may have to say, in the four languages. Handlers bring their own sentences. */
const problems = {
  invalid: {
    en: 'Some fields are not filled in correctly. Each one is listed with what is wrong.',
    ru: 'Некоторые поля заполнены неверно. Ниже указано, какие и что исправить.',
    uk: 'Деякі поля заповнено неправильно. Нижче вказано, які саме й що виправити.',
    kk: 'Кейбір өрістер қате толтырылған. Төменде қайсысы екені және нені түзету керегі көрсетілген.',
  },
  'malformed-json': {
    en: 'The body is not valid JSON.',
    ru: 'Тело запроса не является корректным JSON.',
    uk: 'Тіло запиту не є коректним JSON.',
    kk: 'Сұраудың мазмұны дұрыс JSON емес.',
  },
  'malformed-request': {
    en: 'The request cannot be read.',
    ru: 'Запрос не удалось прочитать.',
    uk: 'Запит не вдалося прочитати.',
    kk: 'Сұрауды оқу мүмкін болмады.',
  },
  'unsupported-media-type': {
    en: 'Send the body as application/json.',
    ru: 'Передайте тело запроса в формате application/json.',
    uk: 'Надішліть тіло запиту у форматі application/json.',
    kk: 'Сұраудың мазмұнын application/json пішімінде жіберіңіз.',
  },
  'bytes-expected': {
    en: 'Send the file itself as application/octet-stream.',
    ru: 'Передайте сам файл в формате application/octet-stream.',
    uk: 'Надішліть сам файл у форматі application/octet-stream.',
    kk: 'Файлдың өзін application/octet-stream пішімінде жіберіңіз.',
  },
  'body-too-large': {
    en: 'The body is larger than is accepted here.',
    ru: 'Запрос больше, чем здесь принимается.',
    uk: 'Запит більший, ніж тут приймається.',
    kk: 'Сұрау мұнда қабылданатын көлемнен үлкен.',
  },
  'not-found': {
    en: 'There is nothing at this address.',
    ru: 'По этому адресу ничего нет.',
    uk: 'За цією адресою нічого немає.',
    kk: 'Бұл мекенжайда ештеңе жоқ.',
  },
  'method-not-allowed': {
    en: 'This address does not take this method.',
    ru: 'Этот адрес не поддерживает такой метод.',
    uk: 'Ця адреса не підтримує такий метод.',
    kk: 'Бұл мекенжай мұндай әдісті қабылдамайды.',
  },
  'sign-in-needed': {
    en: 'Please sign in.',
    ru: 'Войдите, пожалуйста, в систему.',
    uk: 'Увійдіть, будь ласка, у систему.',
    kk: 'Жүйеге кіріңіз.',
  },
  'not-allowed': {
    en: 'Your role does not allow this.',
    ru: 'Ваша роль этого не позволяет.',
    uk: 'Ваша роль цього не дозволяє.',
    kk: 'Сіздің рөліңіз бұған мүмкіндік бермейді.',
  },
  'too-many-requests': {
    en: 'Too many requests. Please try again a little later.',
    ru: 'Слишком много запросов. Повторите, пожалуйста, чуть позже.',
    uk: 'Забагато запитів. Повторіть, будь ласка, трохи пізніше.',
    kk: 'Сұраулар тым көп. Сәл кейінірек қайталап көріңіз.',
  },
  'api-key-refused': {
    en: 'This API key is unknown or was revoked.',
    ru: 'Такого ключа API нет или он отозван.',
    uk: 'Такого ключа API немає або його відкликано.',
    kk: 'Мұндай API кілті жоқ немесе ол кері қайтарылған.',
  },
  'csrf-token-missing': {
    en: 'The request did not come from an open page of this console. Reload the page and try again.',
    ru: 'Запрос пришёл не с открытой страницы консоли. Обновите страницу и повторите.',
    uk: 'Запит надійшов не з відкритої сторінки консолі. Оновіть сторінку й повторіть.',
    kk: 'Сұрау консольдің ашық бетінен келген жоқ. Бетті жаңартып, қайталаңыз.',
  },
  unavailable: {
    en: 'The service cannot answer right now. Nothing was changed; please try again shortly.',
    ru: 'Сервис сейчас не может ответить. Ничего не изменено; повторите чуть позже.',
    uk: 'Сервіс зараз не може відповісти. Нічого не змінено; повторіть трохи пізніше.',
    kk: 'Қызмет қазір жауап бере алмайды. Ештеңе өзгертілген жоқ; сәл кейінірек қайталаңыз.',
  },
  'internal-error': {
    en: 'Something went wrong on our side. It has been recorded.',
    ru: 'Произошла ошибка на нашей стороне. Она записана.',
    uk: 'Сталася помилка на нашому боці. Її записано.',
    kk: 'Біздің тарапта қате орын алды. Ол тіркелді.',
  },
} as const satisfies Record<string, Texts>;
export type ProblemCode = keyof typeof problems;

export const textOf = (code: ProblemCode, language: Language): string => problems[code][language];

const titles: Readonly<Record<number, Texts>> = {
  400: { en: 'Invalid request', ru: 'Неверный запрос', uk: 'Неправильний запит', kk: 'Қате сұрау' },
  401: { en: 'Sign-in needed', ru: 'Нужен вход', uk: 'Потрібен вхід', kk: 'Жүйеге кіру қажет' },
  403: { en: 'Not allowed', ru: 'Не разрешено', uk: 'Не дозволено', kk: 'Рұқсат жоқ' },
  404: { en: 'Not found', ru: 'Не найдено', uk: 'Не знайдено', kk: 'Табылмады' },
  405: {
    en: 'Method not allowed',
    ru: 'Метод не поддерживается',
    uk: 'Метод не підтримується',
    kk: 'Әдіс қолданылмайды',
  },
  408: { en: 'Timed out', ru: 'Время ожидания истекло', uk: 'Час очікування вичерпано', kk: 'Күту уақыты бітті' },
  409: { en: 'Conflict', ru: 'Уже изменено', uk: 'Уже змінено', kk: 'Өзгертіліп қойған' },
  410: { en: 'Gone', ru: 'Больше недоступно', uk: 'Більше недоступно', kk: 'Енді қолжетімсіз' },
  413: { en: 'Too large', ru: 'Слишком большой запрос', uk: 'Завеликий запит', kk: 'Сұрау тым үлкен' },
  414: { en: 'Address too long', ru: 'Слишком длинный адрес', uk: 'Задовга адреса', kk: 'Мекенжай тым ұзын' },
  415: {
    en: 'Unsupported format',
    ru: 'Формат не поддерживается',
    uk: 'Формат не підтримується',
    kk: 'Пішім қолданылмайды',
  },
  422: { en: 'Cannot be done', ru: 'Выполнить нельзя', uk: 'Виконати не можна', kk: 'Орындау мүмкін емес' },
  429: { en: 'Too many requests', ru: 'Слишком много запросов', uk: 'Забагато запитів', kk: 'Сұраулар тым көп' },
  500: { en: 'Internal error', ru: 'Внутренняя ошибка', uk: 'Внутрішня помилка', kk: 'Ішкі қате' },
  503: { en: 'Unavailable', ru: 'Сервис недоступен', uk: 'Сервіс недоступний', kk: 'Қызмет қолжетімсіз' },
};

export const titleOf = (status: number, language: Language): string =>
  (titles[status] ?? titles[status < 500 ? 400 : 500])?.[language] ?? 'Error';

/** Sentences for the rules a field may break. `{n}` stands for the limit where there is one. */
const rules = {
  required: {
    en: 'Please fill this in',
    ru: 'Заполните это поле',
    uk: 'Заповніть це поле',
    kk: 'Осы өрісті толтырыңыз',
  },
  type: {
    en: 'The value has the wrong type',
    ru: 'Значение неверного типа',
    uk: 'Значення неправильного типу',
    kk: 'Мәннің түрі дұрыс емес',
  },
  min: { en: 'At least {n}', ru: 'Не меньше {n}', uk: 'Не менше {n}', kk: 'Кемінде {n}' },
  'min-length': {
    en: 'At least {n} characters',
    ru: 'Символов должно быть не меньше {n}',
    uk: 'Символів має бути не менше {n}',
    kk: 'Кемінде {n} таңба',
  },
  max: { en: 'At most {n}', ru: 'Не больше {n}', uk: 'Не більше {n}', kk: 'Ең көбі {n}' },
  'max-length': {
    en: 'At most {n} characters',
    ru: 'Символов должно быть не больше {n}',
    uk: 'Символів має бути не більше {n}',
    kk: 'Ең көбі {n} таңба',
  },
  email: {
    en: 'This is not an e-mail address',
    ru: 'Это не похоже на адрес электронной почты',
    uk: 'Це не схоже на адресу електронної пошти',
    kk: 'Бұл электрондық пошта мекенжайына ұқсамайды',
  },
  format: {
    en: 'The value is not written as expected',
    ru: 'Значение записано не так, как ожидается',
    uk: 'Значення записано не так, як очікується',
    kk: 'Мән күтілгендей жазылмаған',
  },
  choice: {
    en: 'Choose one of the offered values',
    ru: 'Выберите одно из предложенных значений',
    uk: 'Виберіть одне із запропонованих значень',
    kk: 'Ұсынылған мәндердің бірін таңдаңыз',
  },
  unknown: {
    en: 'There is no such field here',
    ru: 'Такого поля здесь нет',
    uk: 'Такого поля тут немає',
    kk: 'Мұнда ондай өріс жоқ',
  },
  characters: {
    en: 'The text contains characters that cannot be stored',
    ru: 'В тексте есть символы, которые нельзя сохранить',
    uk: 'У тексті є символи, які не можна зберегти',
    kk: 'Мәтінде сақтауға болмайтын таңбалар бар',
  },
  depth: {
    en: 'Nested too deeply',
    ru: 'Слишком глубокая вложенность',
    uk: 'Надто глибока вкладеність',
    kk: 'Тым терең салынған',
  },
  rule: {
    en: 'This value is not accepted',
    ru: 'Такое значение не принимается',
    uk: 'Таке значення не приймається',
    kk: 'Мұндай мән қабылданбайды',
  },
} as const satisfies Record<string, Texts>;
export type RuleName = keyof typeof rules;

export const isRuleName = (name: string): name is RuleName => Object.hasOwn(rules, name);

/** A sentence for a broken rule; `limit` is put where the sentence names one. */
export const ruleText = (rule: RuleName, language: Language, limit?: number | bigint | string): string =>
  rules[rule][language].replace('{n}', String(limit ?? ''));
