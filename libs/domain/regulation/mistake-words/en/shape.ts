import { FACT_NAMES } from '../../facts.ts';
import { list, type Part } from '../values.ts';

const called = ({ name, isEntry }: Part): string => (isEntry ? `An entry of \`${name}\`` : `\`${name}\``);

export interface Said {
  readonly part: Part;
}

/** How a part of the file has to be written. The shapes name these rules. */
export const shape = {
  mustBeText: ({ part }: Said) => `${called(part)} must be a text.`,
  mustBeList: ({ part }: Said) => `${called(part)} must be a list.`,
  mustBeGroup: ({ part }: Said) => `${called(part)} must be a group of named values.`,
  mustBeThere: ({ part }: Said) => `${called(part)} is missing.`,
  mustBeOtherwise: ({ part }: Said) => `${called(part)} is not written as the format asks.`,
  mustBeFilled: ({ part }: Said) => `${called(part)} must not be empty.`,
  mustBeShortName: ({ part }: Said) =>
    `${called(part)} must be a short name of small Latin letters, digits and hyphens that begins with a letter.`,
  mustBeTexts: ({ part }: Said) =>
    `${called(part)} must be a text, or one text for each language, such as \`{ ru: …, kk: … }\`.`,
  mustBeNumber: ({ part }: Said) => `${called(part)} must be a whole number.`,
  mustBeSpan: ({ part }: Said) =>
    `${called(part)} must be a span such as \`30 min\`, \`8 h\`, \`1 h 30 min\`, \`5 working days\`, \`none\` where the regulation sets no target, or \`set by\` a fact that names the moment.`,
  mustBeSpanOrTable: ({ part }: Said) =>
    `${called(part)} must be a span such as \`30 min\`, or a table: client category → kind of request → span.`,
  mustBeDays: ({ part }: Said) => `${called(part)} must be a span such as \`180 d\`.`,
  mustBePercent: ({ part }: Said) => `${called(part)} must be a part of the target such as \`80 %\`.`,
  mustBeFact: ({ part }: Said) =>
    `${called(part)} must be a fact such as \`work.assigned\`, or \`{ fact: …, where: { … } }\`; facts: ${list(FACT_NAMES)}.`,
  mustBeTimeZone: ({ part }: Said) =>
    `${called(part)} must be a time zone of the IANA list, such as \`Europe/Moscow\` or \`Asia/Almaty\`.`,
  mustBeWeekdays: ({ part }: Said) => `${called(part)} must name days of the week, such as \`mon-fri\` or \`sat\`.`,
  mustBeDate: ({ part }: Said) => `${called(part)} must be a date that exists, written as \`2026-12-31\`.`,
  mustBeTenant: ({ part }: Said) => `${called(part)} must be 2–31 small Latin letters, digits and hyphens.`,
  mustBeCountry: ({ part }: Said) => `${called(part)} must be a country code of two capital letters, such as \`KZ\`.`,
  mustBeEmail: ({ part }: Said) => `${called(part)} must be an e-mail address.`,
  mustBeSite: ({ part }: Said) =>
    `${called(part)} must be the address of a site without a path, such as \`https://www.example.org\`.`,
  mustBeSize: ({ part }: Said) => `${called(part)} must be a size such as \`5 MB\` or \`500 KB\`.`,
};

/** A rule that a part's shape can break: its sentence is told of the part and nothing else. */
export type ShapeRule = keyof typeof shape;

export const choice = {
  mustBeOneOf: ({ part, choices }: Said & { choices: readonly string[] }) =>
    `${called(part)} must be one of: ${list(choices)}.`,
};
