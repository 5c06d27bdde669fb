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
} as const satisfies Record<string, Texts & { status: Refusal['status'] }>;
export type GatewayRefusal = keyof typeof refusals;

/** A refusal with its sentence in the caller's language. */
export const refuseWith = (code: GatewayRefusal, language: Language, more: Partial<Refusal> = {}): Refused =>
  refuse({ ...more, code, status: refusals[code].status, detail: refusals[code][language] });

/** `{ code: status }` for an endpoint's `refusals`. */
export const refusalStatuses = (...codes: GatewayRefusal[]): Record<string, Refusal['status']> =>
  Object.fromEntries(codes.map((code) => [code, refusals[code].status]));
