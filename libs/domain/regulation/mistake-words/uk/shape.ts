import { FACT_NAMES } from '../../facts.ts';
import type * as english from '../en/shape.ts';
import { list, type Part } from '../values.ts';

const called = ({ name, isEntry }: Part): string => (isEntry ? `Елемент списку \`${name}\`` : `\`${name}\``);

export const shape: typeof english.shape = {
  mustBeText: ({ part }) => `${called(part)}: потрібен текст.`,
  mustBeList: ({ part }) => `${called(part)}: потрібен список.`,
  mustBeGroup: ({ part }) => `${called(part)}: потрібна група значень, кожне під своїм іменем.`,
  mustBeThere: ({ part: { name, isEntry } }) =>
    isEntry ? `Елемент списку \`${name}\` пропущено.` : `Тут бракує \`${name}\`.`,
  mustBeOtherwise: ({ part }) => `${called(part)}: записано не так, як вимагає формат.`,
  mustBeFilled: ({ part }) => `${called(part)}: значення не може бути порожнім.`,
  mustBeShortName: ({ part }) =>
    `${called(part)}: потрібне коротке ім’я з малих латинських літер, цифр і дефісів, яке починається з літери.`,
  mustBeTexts: ({ part }) =>
    `${called(part)}: потрібен текст або по одному тексту на кожну мову, наприклад \`{ ru: …, kk: … }\`.`,
  mustBeNumber: ({ part }) => `${called(part)}: потрібне ціле число.`,
  mustBeSpan: ({ part }) =>
    `${called(part)}: потрібен проміжок часу, наприклад \`30 min\`, \`8 h\`, \`1 h 30 min\`, \`5 working days\`; \`none\`, якщо регламент строку не встановлює; або \`set by\` і подія, яка називає момент.`,
  mustBeSpanOrTable: ({ part }) =>
    `${called(part)}: потрібен проміжок часу, наприклад \`30 min\`, або таблиця: категорія клієнта → вид звернення → проміжок.`,
  mustBeDays: ({ part }) => `${called(part)}: потрібен проміжок часу, наприклад \`180 d\`.`,
  mustBePercent: ({ part }) => `${called(part)}: потрібна частка строку, наприклад \`80 %\`.`,
  mustBeFact: ({ part }) =>
    `${called(part)}: потрібна подія, наприклад \`work.assigned\`, або \`{ fact: …, where: { … } }\`; події: ${list(FACT_NAMES)}.`,
  mustBeTimeZone: ({ part }) =>
    `${called(part)}: потрібен часовий пояс зі списку IANA, наприклад \`Europe/Moscow\` або \`Asia/Almaty\`.`,
  mustBeWeekdays: ({ part }) => `${called(part)}: потрібні дні тижня, наприклад \`mon-fri\` або \`sat\`.`,
  mustBeDate: ({ part }) => `${called(part)}: потрібна дата, яка є в календарі, у вигляді \`2026-12-31\`.`,
  mustBeTenant: ({ part }) => `${called(part)}: потрібно від 2 до 31 малої латинської літери, цифри або дефіса.`,
  mustBeCountry: ({ part }) => `${called(part)}: потрібен код країни з двох великих літер, наприклад \`KZ\`.`,
  mustBeEmail: ({ part }) => `${called(part)}: потрібна адреса електронної пошти.`,
  mustBeSite: ({ part }) => `${called(part)}: потрібна адреса сайту без шляху, наприклад \`https://www.example.org\`.`,
  mustBeSize: ({ part }) => `${called(part)}: потрібен розмір, наприклад \`5 MB\` або \`500 KB\`.`,
};

export const choice: typeof english.choice = {
  mustBeOneOf: ({ part, choices }) => `${called(part)}: потрібне одне зі значень: ${list(choices)}.`,
};
