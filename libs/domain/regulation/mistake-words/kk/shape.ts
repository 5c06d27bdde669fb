import { FACT_NAMES } from '../../facts.ts';
import type * as english from '../en/shape.ts';
import { list, type Part } from '../values.ts';

const called = ({ name, isEntry }: Part): string => (isEntry ? `\`${name}\` тізімінің элементі` : `\`${name}\``);

export const shape: typeof english.shape = {
  mustBeText: ({ part }) => `${called(part)}: мәтін керек.`,
  mustBeList: ({ part }) => `${called(part)}: тізім керек.`,
  mustBeGroup: ({ part }) => `${called(part)}: әрқайсысының өз атауы бар мәндер тобы керек.`,
  mustBeThere: ({ part: { name, isEntry } }) =>
    isEntry ? `\`${name}\` тізімінің элементі жоқ.` : `Мұнда \`${name}\` жетіспейді.`,
  mustBeOtherwise: ({ part }) => `${called(part)}: пішім талап еткендей жазылмаған.`,
  mustBeFilled: ({ part }) => `${called(part)}: мән бос болмауы керек.`,
  mustBeShortName: ({ part }) =>
    `${called(part)}: кіші латын әріптерінен, цифрлардан және дефистерден тұратын, әріптен басталатын қысқа атау керек.`,
  mustBeTexts: ({ part }) => `${called(part)}: мәтін немесе әр тілге бір мәтіннен керек, мысалы, \`{ ru: …, kk: … }\`.`,
  mustBeNumber: ({ part }) => `${called(part)}: бүтін сан керек.`,
  mustBeSpan: ({ part }) =>
    `${called(part)}: уақыт аралығы керек, мысалы, \`30 min\`, \`8 h\`, \`1 h 30 min\`, \`5 working days\`; регламент мерзім белгілемесе — \`none\`; немесе \`set by\` және уақыт сәтін атайтын оқиға.`,
  mustBeSpanOrTable: ({ part }) =>
    `${called(part)}: уақыт аралығы керек, мысалы, \`30 min\`, немесе кесте: клиент санаты → өтініш түрі → аралық.`,
  mustBeDays: ({ part }) => `${called(part)}: уақыт аралығы керек, мысалы, \`180 d\`.`,
  mustBePercent: ({ part }) => `${called(part)}: мерзімнің үлесі керек, мысалы, \`80 %\`.`,
  mustBeFact: ({ part }) =>
    `${called(part)}: оқиға керек, мысалы, \`work.assigned\`, немесе \`{ fact: …, where: { … } }\`; оқиғалар: ${list(FACT_NAMES)}.`,
  mustBeTimeZone: ({ part }) =>
    `${called(part)}: IANA тізіміндегі уақыт белдеуі керек, мысалы, \`Europe/Moscow\` немесе \`Asia/Almaty\`.`,
  mustBeWeekdays: ({ part }) => `${called(part)}: апта күндері керек, мысалы, \`mon-fri\` немесе \`sat\`.`,
  mustBeDate: ({ part }) => `${called(part)}: күнтізбеде бар күн керек, ол \`2026-12-31\` түрінде жазылады.`,
  mustBeTenant: ({ part }) =>
    `${called(part)}: кіші латын әріптерінен, цифрлардан және дефистерден тұратын 2–31 таңба керек.`,
  mustBeCountry: ({ part }) => `${called(part)}: екі бас әріптен тұратын ел коды керек, мысалы, \`KZ\`.`,
  mustBeEmail: ({ part }) => `${called(part)}: электрондық пошта мекенжайы керек.`,
  mustBeSite: ({ part }) => `${called(part)}: сайттың жолсыз мекенжайы керек, мысалы, \`https://www.example.org\`.`,
  mustBeSize: ({ part }) => `${called(part)}: көлем керек, мысалы, \`5 MB\` немесе \`500 KB\`.`,
};

export const choice: typeof english.choice = {
  mustBeOneOf: ({ part, choices }) => `${called(part)}: мына мәндердің бірі керек: ${list(choices)}.`,
};
