import type { Language, Regulation, Text } from '@reglament/domain/regulation';

/** A text in the wanted language, else in the tenant's first, else in any. */
export function textIn(text: Text | undefined, language: Language, regulation: Regulation): string | undefined {
  if (text === undefined) return undefined;
  return text[language] ?? text[regulation.languages[0]] ?? Object.values(text)[0];
}

const CHANNELS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  web: { ru: 'Сайт', uk: 'Сайт', kk: 'Сайт', en: 'Website' },
  phone: { ru: 'Телефон', uk: 'Телефон', kk: 'Телефон', en: 'Telephone' },
  email: { ru: 'Почта', uk: 'Пошта', kk: 'Пошта', en: 'E-mail' },
  chat: { ru: 'Чат', uk: 'Чат', kk: 'Чат', en: 'Chat' },
  api: { ru: 'Другая система', uk: 'Інша система', kk: 'Басқа жүйе', en: 'Another system' },
};

const LANGUAGES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ru: { ru: 'Русский', uk: 'Російська', kk: 'Орысша', en: 'Russian' },
  uk: { ru: 'Украинский', uk: 'Українська', kk: 'Украинша', en: 'Ukrainian' },
  kk: { ru: 'Казахский', uk: 'Казахська', kk: 'Қазақша', en: 'Kazakh' },
  en: { ru: 'Английский', uk: 'Англійська', kk: 'Ағылшынша', en: 'English' },
};

const CALL_OUTCOMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  answered: { ru: 'Ответили', uk: 'Відповіли', kk: 'Жауап берді', en: 'Answered' },
  'no-answer': { ru: 'Не ответили', uk: 'Не відповіли', kk: 'Жауап бермеді', en: 'Not answered' },
  busy: { ru: 'Занято', uk: 'Зайнято', kk: 'Бос емес', en: 'Busy' },
  'switched-off': { ru: 'Телефон выключен', uk: 'Телефон вимкнено', kk: 'Телефон өшірулі', en: 'Switched off' },
  'wrong-number': { ru: 'Неверный номер', uk: 'Неправильний номер', kk: 'Қате нөмір', en: 'Wrong number' },
};

/** Names for ids, by the tenant's regulation; an id of an earlier edition stays an id. */
export class Names {
  readonly #regulation: Regulation;
  readonly #language: Language;

  constructor(regulation: Regulation, language: Language) {
    this.#regulation = regulation;
    this.#language = language;
  }

  #of(text: Text | undefined, id: string): string {
    return textIn(text, this.#language, this.#regulation) ?? id;
  }

  category = (id: string): string => this.#of(this.#regulation.categories.get(id)?.name, id);
  channel = (id: string): string => CHANNELS[id]?.[this.#language] ?? id;
  language = (id: string): string => LANGUAGES[id]?.[this.#language] ?? id;
  entryPoint = (id: string): string => this.#of(this.#regulation.entryPoints.find((one) => one.id === id)?.name, id);
  product = (id: string): string => this.#of(this.#regulation.products.find((one) => one.id === id)?.name, id);
  reason = (id: string): string => this.#of(this.#regulation.reasons.find((one) => one.id === id)?.name, id);
  callOutcome = (id: string): string => CALL_OUTCOMES[id]?.[this.#language] ?? id;
  /** What a rule promises, without saying to whom. */
  promise = (rule: string): string => this.#of(this.#regulation.clocks.find((one) => one.id === rule)?.name, rule);

  /** A rule's name; of a table of service levels also whom and what the row is about. */
  clock = (rule: string): string => {
    const { clocks, clientCategories, kinds } = this.#regulation;
    const own = clocks.find((one) => one.id === rule);
    const name = this.promise(rule);
    if (own === undefined || clocks.filter((one) => this.promise(one.id) === name).length === 1) return name;
    const named = (list: readonly { readonly id: string; readonly name: Text }[], ids: readonly string[]) =>
      ids.map((id) => this.#of(list.find((one) => one.id === id)?.name, id));
    return [name, ...named(clientCategories, own.applies.clientCategories), ...named(kinds, own.applies.kinds)].join(
      ' · ',
    );
  };
}
