import type * as english from '../en/file.ts';
import { list, type Noun } from '../values.ts';

/** After “немає”: in the genitive. */
const NOUNS: Readonly<Record<Noun, string>> = {
  addressee: 'адресата',
  category: 'категорії',
  channel: 'каналу',
  clientCategory: 'категорії клієнтів',
  clock: 'строку',
  entryPoint: 'точки входу',
  field: 'поля',
  kind: 'виду звернень',
  product: 'продукту',
  question: 'запитання',
  reason: 'причини',
  skill: 'навички',
  step: 'кроку',
  vendor: 'розробника',
};

export const file: typeof english.file = {
  nameTwice: () => 'Це ім’я стоїть тут двічі; кожне ім’я можна вжити один раз.',
  tab: () => 'Тут стоїть знак табуляції; робіть відступи пробілами.',
  unreadableIndent: () => 'Прочитати файл тут не можна: відступ не узгоджується із сусідніми рядками.',
  unreadableEnd: () => 'Прочитати файл тут не можна: тут або вище бракує дужки, лапок, коми чи двокрапки.',
  unreadableColon: () =>
    'Прочитати файл тут не можна: у рядку може стояти одне ім’я зі своїм значенням; значення, у якому є двокрапка, беруть у лапки.',
  unreadableSign: () =>
    'Прочитати файл тут не можна: тут стоїть знак, якого не має бути; значення, яке починається зі знака, беруть у лапки.',
  unreadable: () => 'Прочитати файл тут не можна: це не YAML.',
  unknownWord: ({ word }) => `Слова \`${word}\` у форматі тут немає.`,
  unknownWordNear: ({ word, near }) => `Слова \`${word}\` у форматі тут немає; можливо, малося на увазі \`${near}\`?`,
  fileOfAnother: ({ stem, tenant }) =>
    `Файл називається \`${stem}\`, а в ньому сказано, що це регламент лінії \`${tenant}\`.`,
  editionOfAnother: ({ tenant, said }) =>
    `Тут має бути редакція регламенту лінії \`${tenant}\`, а в ній сказано, що це регламент лінії \`${said}\`.`,
  editionMisnamed: ({ id }) => `Файл має називатися \`${id}.yaml\`, як сама редакція.`,
  editionTwice: ({ id, tenant }) => `Редакція \`${id}\` лінії \`${tenant}\` вже є в іншому файлі.`,
  languageTwice: ({ language }) => `Мову \`${language}\` названо двічі.`,
  noLanguage: () => 'У регламенті не названо жодної мови.',
  whichLanguage: ({ name, languages }) =>
    `\`${name}\`: зазначте, якою мовою цей текст. Мови регламенту: ${list(languages)}.`,
  noTextIn: ({ name, language }) => `\`${name}\`: немає тексту мовою \`${language}\`.`,
  noSuch: ({ what, id }) => `У регламенті немає ${NOUNS[what]} \`${id}\`.`,
  noSuchAmong: ({ what, id, known }) => `У регламенті немає ${NOUNS[what]} \`${id}\`. Є: ${list(known)}.`,
  noClause: ({ clause }) => `У регламенті немає пункту \`${clause}\`; викладіть його в розділі \`clauses\`.`,
  nothingAt: ({ at }) => `У цьому файлі за шляхом \`${at}\` нічого немає.`,
};
