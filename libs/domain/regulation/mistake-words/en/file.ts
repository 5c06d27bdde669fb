import { list, type Noun } from '../values.ts';

const NOUNS: Readonly<Record<Noun, string>> = {
  addressee: 'addressee',
  category: 'category',
  channel: 'channel',
  clientCategory: 'client category',
  clock: 'clock',
  entryPoint: 'entry point',
  field: 'field',
  kind: 'kind of request',
  product: 'product',
  question: 'question',
  reason: 'reason',
  skill: 'skill',
  step: 'step',
  vendor: 'vendor',
};

export interface Missing {
  readonly what: Noun;
  readonly id: string;
}

/** The file as a text, whose it is, its languages, and names that lead nowhere. */
export const file = {
  nameTwice: () => 'This name stands here twice; every name may be used once.',
  tab: () => 'Indent with spaces: a tab stands here.',
  unreadableIndent: () => 'The file cannot be read here: the indentation does not fit the lines around it.',
  unreadableEnd: () =>
    'The file cannot be read here: a bracket, a quotation mark, a comma or a colon is missing here or above.',
  unreadableColon: () =>
    'The file cannot be read here: a line may hold one name with its value; a value with a colon of its own stands in quotation marks.',
  unreadableSign: () =>
    'The file cannot be read here: a sign stands where none is expected; a value that begins with a sign stands in quotation marks.',
  unreadable: () => 'The file cannot be read here: this is not YAML.',
  unknownWord: ({ word }: { word: string }) => `\`${word}\` is not a word of the format here.`,
  unknownWordNear: ({ word, near }: { word: string; near: string }) =>
    `\`${word}\` is not a word of the format here; is \`${near}\` meant?`,
  fileOfAnother: ({ stem, tenant }: { stem: string; tenant: string }) =>
    `The file is called \`${stem}\` and says that it is the regulation of \`${tenant}\`.`,
  editionOfAnother: ({ tenant, said }: { tenant: string; said: string }) =>
    `This must be an edition of the regulation of \`${tenant}\`; it says that it is that of \`${said}\`.`,
  editionMisnamed: ({ id }: { id: string }) => `The file must be called \`${id}.yaml\`, as the edition is.`,
  editionTwice: ({ id, tenant }: { id: string; tenant: string }) =>
    `The edition \`${id}\` of \`${tenant}\` stands in another file already.`,
  languageTwice: ({ language }: { language: string }) => `The language \`${language}\` is named twice.`,
  noLanguage: () => 'The regulation names no language.',
  whichLanguage: ({ name, languages }: { name: string; languages: readonly string[] }) =>
    `\`${name}\` must say in which language it is: the regulation is in ${list(languages)}.`,
  noTextIn: ({ name, language }: { name: string; language: string }) =>
    `\`${name}\` has no text in the language \`${language}\`.`,
  noSuch: ({ what, id }: Missing) => `There is no ${NOUNS[what]} \`${id}\` in this regulation.`,
  noSuchAmong: ({ what, id, known }: Missing & { known: readonly string[] }) =>
    `There is no ${NOUNS[what]} \`${id}\` in this regulation. There are: ${list(known)}.`,
  noClause: ({ clause }: { clause: string }) =>
    `The regulation has no clause \`${clause}\`; write it out under \`clauses\`.`,
  nothingAt: ({ at }: { at: string }) => `There is nothing at \`${at}\` in this file.`,
};
