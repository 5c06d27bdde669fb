import type * as english from '../en/file.ts';
import { list, type Noun } from '../values.ts';

/** Before “жоқ”: with the possessive ending. */
const NOUNS: Readonly<Record<Noun, string>> = {
  addressee: 'адресаты',
  category: 'санаты',
  channel: 'арнасы',
  clientCategory: 'клиент санаты',
  clock: 'мерзімі',
  entryPoint: 'кіру нүктесі',
  field: 'өрісі',
  kind: 'өтініш түрі',
  product: 'өнімі',
  question: 'сұрағы',
  reason: 'себебі',
  skill: 'дағдысы',
  step: 'қадамы',
  vendor: 'әзірлеушісі',
};

export const file: typeof english.file = {
  nameTwice: () => 'Бұл атау осы жерде екі рет тұр; әр атауды бір рет қана қолдануға болады.',
  tab: () => 'Бұл жерде табуляция белгісі тұр; шегіністі бос орындармен жасаңыз.',
  unreadableIndent: () => 'Файлды осы жерде оқу мүмкін емес: шегініс көрші жолдарға сәйкес келмейді.',
  unreadableEnd: () =>
    'Файлды осы жерде оқу мүмкін емес: осында немесе жоғарыда жақша, тырнақша, үтір не қос нүкте жетіспейді.',
  unreadableColon: () =>
    'Файлды осы жерде оқу мүмкін емес: бір жолда бір ғана атау мен оның мәні тұра алады; ішінде қос нүкте бар мән тырнақшаға алынады.',
  unreadableSign: () =>
    'Файлды осы жерде оқу мүмкін емес: мұнда болмауы керек белгі тұр; белгіден басталатын мән тырнақшаға алынады.',
  unreadable: () => 'Файлды осы жерде оқу мүмкін емес: бұл YAML емес.',
  unknownWord: ({ word }) => `Пішімде бұл жерде \`${word}\` деген сөз жоқ.`,
  unknownWordNear: ({ word, near }) =>
    `Пішімде бұл жерде \`${word}\` деген сөз жоқ; \`${near}\` деп жазбақ болдыңыз ба?`,
  fileOfAnother: ({ stem, tenant }) =>
    `Файл \`${stem}\` деп аталады, ал ішінде бұл \`${tenant}\` желісінің регламенті деп жазылған.`,
  editionOfAnother: ({ tenant, said }) =>
    `Мұнда \`${tenant}\` желісі регламентінің редакциясы болуы керек, ал ішінде бұл \`${said}\` желісінің регламенті деп жазылған.`,
  editionMisnamed: ({ id }) => `Файл редакцияның өзі сияқты \`${id}.yaml\` деп аталуы керек.`,
  editionTwice: ({ id, tenant }) => `\`${tenant}\` желісінің \`${id}\` редакциясы басқа файлда бар.`,
  languageTwice: ({ language }) => `\`${language}\` тілі екі рет аталған.`,
  noLanguage: () => 'Регламентте бірде-бір тіл аталмаған.',
  whichLanguage: ({ name, languages }) =>
    `\`${name}\`: мәтіннің қай тілде екенін көрсетіңіз. Регламент тілдері: ${list(languages)}.`,
  noTextIn: ({ name, language }) => `\`${name}\`: \`${language}\` тіліндегі мәтін жоқ.`,
  noSuch: ({ what, id }) => `Регламентте \`${id}\` ${NOUNS[what]} жоқ.`,
  noSuchAmong: ({ what, id, known }) => `Регламентте \`${id}\` ${NOUNS[what]} жоқ. Барлары: ${list(known)}.`,
  noClause: ({ clause }) => `Регламентте \`${clause}\` тармағы жоқ; оны \`clauses\` бөлімінде жазыңыз.`,
  nothingAt: ({ at }) => `Бұл файлда \`${at}\` жолы бойынша ештеңе жоқ.`,
};
