import type * as english from '../en/file.ts';
import { list, type Noun } from '../values.ts';

/** After “нет”: in the genitive. */
const NOUNS: Readonly<Record<Noun, string>> = {
  addressee: 'адресата',
  category: 'категории',
  channel: 'канала',
  clientCategory: 'категории клиентов',
  clock: 'срока',
  entryPoint: 'точки входа',
  field: 'поля',
  kind: 'вида обращений',
  product: 'продукта',
  question: 'вопроса',
  reason: 'причины',
  skill: 'навыка',
  step: 'шага',
  vendor: 'разработчика',
};

export const file: typeof english.file = {
  nameTwice: () => 'Это имя стоит здесь дважды; каждое имя можно использовать один раз.',
  tab: () => 'Здесь стоит знак табуляции; делайте отступы пробелами.',
  unreadableIndent: () => 'Прочитать файл здесь нельзя: отступ не согласуется с соседними строками.',
  unreadableEnd: () => 'Прочитать файл здесь нельзя: здесь или выше не хватает скобки, кавычки, запятой или двоеточия.',
  unreadableColon: () =>
    'Прочитать файл здесь нельзя: в строке может стоять одно имя со своим значением; значение, в котором есть двоеточие, берут в кавычки.',
  unreadableSign: () =>
    'Прочитать файл здесь нельзя: здесь стоит знак, которого быть не должно; значение, которое начинается со знака, берут в кавычки.',
  unreadable: () => 'Прочитать файл здесь нельзя: это не YAML.',
  unknownWord: ({ word }) => `Слова \`${word}\` в формате здесь нет.`,
  unknownWordNear: ({ word, near }) => `Слова \`${word}\` в формате здесь нет; может быть, имелось в виду \`${near}\`?`,
  fileOfAnother: ({ stem, tenant }) =>
    `Файл называется \`${stem}\`, а в нём сказано, что это регламент линии \`${tenant}\`.`,
  editionOfAnother: ({ tenant, said }) =>
    `Здесь должна быть редакция регламента линии \`${tenant}\`, а в ней сказано, что это регламент линии \`${said}\`.`,
  editionMisnamed: ({ id }) => `Файл должен называться \`${id}.yaml\`, как сама редакция.`,
  editionTwice: ({ id, tenant }) => `Редакция \`${id}\` линии \`${tenant}\` уже есть в другом файле.`,
  languageTwice: ({ language }) => `Язык \`${language}\` назван дважды.`,
  noLanguage: () => 'В регламенте не назван ни один язык.',
  whichLanguage: ({ name, languages }) =>
    `\`${name}\`: укажите, на каком языке этот текст. Языки регламента: ${list(languages)}.`,
  noTextIn: ({ name, language }) => `\`${name}\`: нет текста на языке \`${language}\`.`,
  noSuch: ({ what, id }) => `В регламенте нет ${NOUNS[what]} \`${id}\`.`,
  noSuchAmong: ({ what, id, known }) => `В регламенте нет ${NOUNS[what]} \`${id}\`. Есть: ${list(known)}.`,
  noClause: ({ clause }) => `В регламенте нет пункта \`${clause}\`; изложите его в разделе \`clauses\`.`,
  nothingAt: ({ at }) => `В этом файле по пути \`${at}\` ничего нет.`,
};
