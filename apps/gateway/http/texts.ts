import type { Language } from '@reglament/platform/http';
import { type Refusal, type Refused, refuse } from '@reglament/platform/outcome';

type Texts = Readonly<Record<Language, string>>;

/** The gateway's own refusals, in the four languages. */
const refusals = {
  'sign-in-refused': {
    status: 401,
    en: 'The login or the password is wrong.',
    ru: 'Неверный логин или пароль.',
    uk: 'Неправильний логін або пароль.',
    kk: 'Логин немесе құпиясөз қате.',
  },
  'too-many-attempts': {
    status: 429,
    en: 'Too many attempts to sign in. Please wait a little and try again.',
    ru: 'Слишком много попыток входа. Подождите немного и попробуйте снова.',
    uk: 'Забагато спроб входу. Зачекайте трохи й спробуйте знову.',
    kk: 'Кіру әрекеттері тым көп. Сәл күтіп, қайталап көріңіз.',
  },
  'not-signed-in': {
    status: 401,
    en: 'Nobody is signed in.',
    ru: 'Вход не выполнен.',
    uk: 'Вхід не виконано.',
    kk: 'Жүйеге кірілмеген.',
  },
  'login-taken': {
    status: 409,
    en: 'Somebody already has this login.',
    ru: 'Такой логин уже занят.',
    uk: 'Такий логін уже зайнято.',
    kk: 'Бұл логин бос емес.',
  },
  'staff-not-found': {
    status: 404,
    en: 'There is no such member of staff.',
    ru: 'Такого сотрудника нет.',
    uk: 'Такого співробітника немає.',
    kk: 'Мұндай қызметкер жоқ.',
  },
  'last-administrator': {
    status: 409,
    en: 'Somebody has to remain who can manage accounts: this is the last administrator.',
    ru: 'Кто-то должен управлять учётными записями: это последний администратор.',
    uk: 'Хтось має керувати обліковими записами: це останній адміністратор.',
    kk: 'Біреу тіркелгілерді басқаруы керек: бұл соңғы әкімші.',
  },
  'unknown-skill': {
    status: 422,
    en: 'The regulation knows no such skill.',
    ru: 'В регламенте нет такого навыка.',
    uk: 'У регламенті немає такої навички.',
    kk: 'Регламентте мұндай дағды жоқ.',
  },
  'key-not-found': {
    status: 404,
    en: 'There is no such API key.',
    ru: 'Такого ключа API нет.',
    uk: 'Такого ключа API немає.',
    kk: 'Мұндай API кілті жоқ.',
  },
  'too-many-keys': {
    status: 409,
    en: 'There are too many API keys. Revoke those that are no longer needed.',
    ru: 'Ключей API слишком много. Отзовите те, что больше не нужны.',
    uk: 'Ключів API забагато. Відкличте ті, що більше не потрібні.',
    kk: 'API кілттері тым көп. Қажет емесін кері қайтарыңыз.',
  },
  'letter-not-found': {
    status: 404,
    en: 'There is no such letter.',
    ru: 'Такого письма нет.',
    uk: 'Такого листа немає.',
    kk: 'Мұндай хат жоқ.',
  },
  'no-mailbox': {
    status: 404,
    en: 'Letters are really sent here: there is no local mailbox.',
    ru: 'Здесь письма действительно отправляются: местного ящика нет.',
    uk: 'Тут листи справді надсилаються: місцевої скриньки немає.',
    kk: 'Мұнда хаттар шынымен жіберіледі: жергілікті жәшік жоқ.',
  },
  'no-regulation': {
    status: 404,
    en: 'The hotline has no regulation that could be changed.',
    ru: 'У горячей линии нет регламента, который можно было бы изменить.',
    uk: 'У гарячої лінії немає регламенту, який можна було б змінити.',
    kk: 'Жедел желіде өзгертуге болатын регламент жоқ.',
  },
  'edition-not-found': {
    status: 404,
    en: 'There is no such edition of the regulation.',
    ru: 'Такой редакции регламента нет.',
    uk: 'Такої редакції регламенту немає.',
    kk: 'Регламенттің мұндай редакциясы жоқ.',
  },
  'draft-refused': {
    status: 422,
    en: 'A hotline cannot be run by this text: mend the places that are named.',
    ru: 'По такому тексту горячая линия работать не может: исправьте названные места.',
    uk: 'За таким текстом гаряча лінія працювати не може: виправте названі місця.',
    kk: 'Мұндай мәтін бойынша жедел желі жұмыс істей алмайды: аталған жерлерін түзетіңіз.',
  },
  'edition-taken': {
    status: 409,
    en: 'An edition of this name has been published already. Give the new one another name.',
    ru: 'Редакция с таким названием уже есть. Назовите новую по-другому.',
    uk: 'Редакція з такою назвою вже є. Назвіть нову інакше.',
    kk: 'Мұндай атаулы редакция бұрыннан бар. Жаңасын басқаша атаңыз.',
  },
  'moment-passed': {
    status: 422,
    en: 'An edition can come into force now or later, never in the past.',
    ru: 'Редакция может вступить в силу сейчас или позже, но не задним числом.',
    uk: 'Редакція може набрати чинності зараз або пізніше, але не заднім числом.',
    kk: 'Редакция қазір немесе кейін күшіне ене алады, бірақ өткен күннен бастап емес.',
  },
  'nothing-changed': {
    status: 409,
    en: 'Nothing is different from what is in force.',
    ru: 'Ничего не отличается от того, что действует.',
    uk: 'Нічого не відрізняється від чинного.',
    kk: 'Қолданыстағыдан ешқандай айырмашылық жоқ.',
  },
  'hours-unreadable': {
    status: 422,
    en: 'Write the hours as 09:00-13:00, as 09:00-13:00, 14:00-18:00, or as closed.',
    ru: 'Запишите часы так: 09:00-13:00, или 09:00-13:00, 14:00-18:00, или closed — выходной.',
    uk: 'Запишіть години так: 09:00-13:00, або 09:00-13:00, 14:00-18:00, або closed — вихідний.',
    kk: 'Сағаттарды былай жазыңыз: 09:00-13:00, немесе 09:00-13:00, 14:00-18:00, немесе closed — демалыс.',
  },
  'day-passed': {
    status: 422,
    en: 'A day that has passed can no longer be changed.',
    ru: 'Прошедший день изменить уже нельзя.',
    uk: 'День, що минув, уже не можна змінити.',
    kk: 'Өткен күнді енді өзгертуге болмайды.',
  },
} as const satisfies Record<string, Texts & { status: Refusal['status'] }>;
export type GatewayRefusal = keyof typeof refusals;

/** A refusal with its sentence in the caller's language. */
export const refuseWith = (code: GatewayRefusal, language: Language, more: Partial<Refusal> = {}): Refused =>
  refuse({ ...more, code, status: refusals[code].status, detail: refusals[code][language] });

/** `{ code: status }` for an endpoint's `refusals`. */
export const refusalStatuses = (...codes: GatewayRefusal[]): Record<string, Refusal['status']> =>
  Object.fromEntries(codes.map((code) => [code, refusals[code].status]));
