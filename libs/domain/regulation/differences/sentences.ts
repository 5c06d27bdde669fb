import type { Language } from '../types.ts';

/** What can be said about a difference, whole sentences in each language; `{name}`, `{before}`, `{after}` are filled in. */
export const SENTENCES = {
  'clause-added': {
    ru: 'Новый пункт: «{after}»',
    uk: 'Новий пункт: «{after}»',
    kk: 'Жаңа тармақ: «{after}»',
    en: 'New clause: “{after}”',
  },
  'clause-removed': {
    ru: 'Пункт больше не действует. В нём говорилось: «{before}»',
    uk: 'Пункт більше не діє. У ньому йшлося: «{before}»',
    kk: 'Тармақ енді қолданылмайды. Онда былай делінген: «{before}»',
    en: 'The clause is no longer in force. It said: “{before}”',
  },
  'clause-reworded': {
    ru: 'Говорилось: «{before}» Теперь: «{after}»',
    uk: 'Йшлося: «{before}» Тепер: «{after}»',
    kk: 'Бұрын: «{before}» Енді: «{after}»',
    en: 'It said: “{before}” It says now: “{after}”',
  },
  hours: {
    ru: 'Часы работы: были {before}, стали {after}.',
    uk: 'Години роботи: були {before}, стали {after}.',
    kk: 'Жұмыс уақыты: бұрын {before}, енді {after}.',
    en: 'Working hours: they were {before}, they are now {after}.',
  },
  zone: {
    ru: 'Часовой пояс: был {before}, стал {after}.',
    uk: 'Часовий пояс: був {before}, став {after}.',
    kk: 'Уақыт белдеуі: бұрын {before}, енді {after}.',
    en: 'Time zone: it was {before}, it is now {after}.',
  },
  day: {
    ru: '{name}: было {before}, стало {after}.',
    uk: '{name}: було {before}, стало {after}.',
    kk: '{name}: бұрын {before}, енді {after}.',
    en: '{name}: it was {before}, it is now {after}.',
  },
  days: {
    ru: 'Особых дней календаря изменено: {after}.',
    uk: 'Особливих днів календаря змінено: {after}.',
    kk: 'Күнтізбеде өзгерген ерекше күндер саны: {after}.',
    en: 'Special days of the calendar that changed: {after}.',
  },
  'clock-added': {
    ru: 'Новый срок — «{name}»: {after}.',
    uk: 'Новий строк — «{name}»: {after}.',
    kk: 'Жаңа мерзім — «{name}»: {after}.',
    en: 'A new deadline, “{name}”: {after}.',
  },
  'clock-removed': {
    ru: 'Срок «{name}» больше не действует; был: {before}.',
    uk: 'Строк «{name}» більше не діє; був: {before}.',
    kk: '«{name}» мерзімі енді қолданылмайды; бұрын: {before}.',
    en: 'The deadline “{name}” is no longer in force; it was: {before}.',
  },
  'clock-target': {
    ru: '«{name}»: было {before}, стало {after}.',
    uk: '«{name}»: було {before}, стало {after}.',
    kk: '«{name}»: бұрын {before}, енді {after}.',
    en: '“{name}”: it was {before}, it is now {after}.',
  },
  'clock-facts': {
    ru: '«{name}»: изменилось, от чего срок начинается, останавливается или ждёт.',
    uk: '«{name}»: змінилося, від чого строк починається, зупиняється або чекає.',
    kk: '«{name}»: мерзімнің неден басталатыны, тоқтайтыны немесе күтетіні өзгерді.',
    en: '“{name}”: what starts it, stops it or makes it wait has changed.',
  },
  'clock-warnings': {
    ru: '«{name}»: предупреждения изменились: было {before}, стало {after}.',
    uk: '«{name}»: попередження змінилися: було {before}, стало {after}.',
    kk: '«{name}»: ескертулер өзгерді: бұрын {before}, енді {after}.',
    en: '“{name}”: its warnings have changed: they were {before}, they are now {after}.',
  },
  'clock-expiry': {
    ru: '«{name}»: изменилось, что делается, когда срок прошёл.',
    uk: '«{name}»: змінилося, що робиться, коли строк минув.',
    kk: '«{name}»: мерзім өткенде не істелетіні өзгерді.',
    en: '“{name}”: what is done when the time is up has changed.',
  },
  'clock-told': {
    ru: '«{name}»: этот срок теперь называют обратившемуся.',
    uk: '«{name}»: цей строк тепер називають тому, хто звернувся.',
    kk: '«{name}»: бұл мерзім енді өтініш берушіге айтылады.',
    en: '“{name}”: this deadline is now told to the person who asks.',
  },
  'clock-untold': {
    ru: '«{name}»: этот срок больше не называют обратившемуся.',
    uk: '«{name}»: цей строк більше не називають тому, хто звернувся.',
    kk: '«{name}»: бұл мерзім енді өтініш берушіге айтылмайды.',
    en: '“{name}”: this deadline is no longer told to the person who asks.',
  },
  'clock-applies': {
    ru: '«{name}»: изменилось, к каким обращениям относится срок.',
    uk: '«{name}»: змінилося, яких звернень стосується строк.',
    kk: '«{name}»: мерзімнің қай өтініштерге қатысты екені өзгерді.',
    en: '“{name}”: which requests it is for has changed.',
  },
  'channel-opened': {
    ru: 'Теперь можно обратиться так: {name}.',
    uk: 'Тепер можна звернутися так: {name}.',
    kk: 'Енді былай жүгінуге болады: {name}.',
    en: 'A way in has been opened: {name}.',
  },
  'channel-closed': {
    ru: 'Больше нельзя обратиться так: {name}.',
    uk: 'Більше не можна звернутися так: {name}.',
    kk: 'Енді былай жүгінуге болмайды: {name}.',
    en: 'A way in has been closed: {name}.',
  },
  'item-added': {
    ru: '{name}: появилось «{after}».',
    uk: '{name}: з’явилося «{after}».',
    kk: '{name}: «{after}» қосылды.',
    en: '{name}: “{after}” has been added.',
  },
  'item-removed': {
    ru: '{name}: больше нет «{before}».',
    uk: '{name}: більше немає «{before}».',
    kk: '{name}: «{before}» енді жоқ.',
    en: '{name}: “{before}” is no longer there.',
  },
  'item-renamed': {
    ru: '{name}: «{before}» теперь называется «{after}».',
    uk: '{name}: «{before}» тепер називається «{after}».',
    kk: '{name}: «{before}» енді «{after}» деп аталады.',
    en: '{name}: “{before}” is now called “{after}”.',
  },
  'item-changed': {
    ru: '{name}: для «{after}» изменились условия.',
    uk: '{name}: для «{after}» змінилися умови.',
    kk: '{name}: «{after}» бойынша шарттар өзгерді.',
    en: '{name}: the conditions of “{after}” have changed.',
  },
  letter: {
    ru: 'Изменилось письмо: {name}.',
    uk: 'Змінився лист: {name}.',
    kk: 'Хат өзгерді: {name}.',
    en: 'A letter has changed: {name}.',
  },
  value: {
    ru: '{name}: было {before}, стало {after}.',
    uk: '{name}: було {before}, стало {after}.',
    kk: '{name}: бұрын {before}, енді {after}.',
    en: '{name}: it was {before}, it is now {after}.',
  },
  section: {
    ru: 'Изменился раздел «{name}».',
    uk: 'Змінився розділ «{name}».',
    kk: '«{name}» бөлімі өзгерді.',
    en: 'The section “{name}” has changed.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
export type SentenceKey = keyof typeof SENTENCES;

export interface Values {
  readonly name?: string;
  readonly before?: string;
  readonly after?: string;
}

export const say = (key: SentenceKey, language: Language, values: Values): string =>
  SENTENCES[key][language].replaceAll(/\{(name|before|after)\}/g, (_, field: keyof Values) => values[field] ?? '');
