import type { ProfileFault } from '@reglament/domain/callers';
import type { Language } from '@reglament/domain/regulation';
import { type FieldError, type Refused, refuse } from '@reglament/platform/outcome';
import { type Refusals, refusalOfFields, sayRefusal } from './say-refusal.ts';

const known = {
  'no-verification': {
    status: 409,
    detail: {
      ru: 'В этом регламенте звонящих не проверяют.',
      uk: 'У цьому регламенті абонентів не перевіряють.',
      kk: 'Бұл регламентте қоңырау шалушылар тексерілмейді.',
      en: 'This regulation does not verify callers.',
    },
  },
  'unknown-call': {
    status: 404,
    detail: {
      ru: 'Такого звонка сейчас нет. Начните его заново: введённое не потеряно.',
      uk: 'Такого дзвінка зараз немає. Почніть його знову: введене не втрачено.',
      kk: 'Қазір мұндай қоңырау жоқ. Оны қайта бастаңыз: енгізілген мәтін сақталады.',
      en: 'There is no such call now. Begin it again: nothing you typed is lost.',
    },
  },
  'unknown-caller': {
    status: 404,
    detail: {
      ru: 'Такого абонента нет.',
      uk: 'Такого абонента немає.',
      kk: 'Мұндай абонент жоқ.',
      en: 'There is no such caller.',
    },
  },
  'too-busy': {
    status: 429,
    detail: {
      ru: 'Сейчас проверяют слишком многих. Повторите через минуту.',
      uk: 'Зараз перевіряють забагато людей. Повторіть за хвилину.',
      kk: 'Қазір тексеріліп жатқан адам тым көп. Бір минуттан кейін қайталаңыз.',
      en: 'Too many callers are being checked. Try again in a minute.',
    },
  },
  'unreadable-phone': {
    status: 422,
    detail: {
      ru: 'Номер телефона прочитать не удалось. Напишите его цифрами, с кодом страны.',
      uk: 'Не вдалося прочитати номер телефону. Напишіть його цифрами, з кодом країни.',
      kk: 'Телефон нөмірін оқу мүмкін болмады. Оны ел кодымен цифрлармен жазыңыз.',
      en: 'The telephone number could not be read. Write it in digits, with the country code.',
    },
  },
} as const satisfies Refusals<string>;

const faults: Readonly<
  Record<ProfileFault['rule'] | 'unreadablePhone' | 'already-there', Readonly<Record<Language, string>>>
> = {
  required: {
    ru: 'Заполните это поле.',
    uk: 'Заповніть це поле.',
    kk: 'Осы өрісті толтырыңыз.',
    en: 'Please fill in this field.',
  },
  'too-short': {
    ru: 'Нужно не меньше шести букв и цифр.',
    uk: 'Потрібно щонайменше шість букв і цифр.',
    kk: 'Кемінде алты әріп пен цифр керек.',
    en: 'At least six letters and digits are needed.',
  },
  'says-the-name': {
    ru: 'Секретом не может быть имя: его знают все.',
    uk: 'Секретом не може бути ім’я: його знають усі.',
    kk: 'Есім құпия бола алмайды: оны бәрі біледі.',
    en: 'A name cannot be the secret: everybody knows it.',
  },
  unknown: {
    ru: 'Такого вопроса в регламенте нет.',
    uk: 'Такого запитання в регламенті немає.',
    kk: 'Регламентте мұндай сұрақ жоқ.',
    en: 'The regulation asks no such question.',
  },
  unreadablePhone: known['unreadable-phone'].detail,
  'already-there': {
    ru: 'Такой абонент уже есть.',
    uk: 'Такий абонент уже є.',
    kk: 'Мұндай абонент бар.',
    en: 'There is such a caller already.',
  },
};

/** A refusal about callers, in the language of who asks. */
export const refusedCaller = (code: keyof typeof known, language: Language): Refused =>
  refuse(sayRefusal(known, code, language));

/** What is wrong with a profile or with the answers of a call, field by field. */
export const invalidAnswers = (
  wrong: readonly { readonly field: string; readonly rule: keyof typeof faults }[],
  language: Language,
): Refused => {
  const errors: FieldError[] = wrong.map(({ field, rule }) => ({ field, rule, message: faults[rule][language] }));
  return refuse(refusalOfFields('invalid-answers', errors, language));
};
