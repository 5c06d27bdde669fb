import type { Language } from '@reglament/domain/regulation';
import type { FieldError, Refusal } from '@reglament/platform/outcome';

/** What a refusal is on the wire and in the four languages, by its code. */
export type Refusals<Code extends string> = Readonly<
  Record<Code, { readonly status: Refusal['status']; readonly detail: Readonly<Record<Language, string>> }>
>;

/** The refusal for a code of the list, in the reader's language. */
export const sayRefusal = <Code extends string>(known: Refusals<Code>, code: Code, language: Language): Refusal => ({
  code,
  status: known[code].status,
  detail: known[code].detail[language],
});

const checkFields: Readonly<Record<Language, string>> = {
  ru: 'Проверьте отмеченные поля.',
  uk: 'Перевірте позначені поля.',
  kk: 'Белгіленген өрістерді тексеріңіз.',
  en: 'Check the marked fields.',
};

/** The refusal of something filled in wrongly, field by field. */
export const refusalOfFields = (code: string, errors: readonly FieldError[], language: Language): Refusal => ({
  code,
  status: 422,
  detail: checkFields[language],
  errors: [...errors],
});
