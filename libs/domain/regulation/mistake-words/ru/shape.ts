import { FACT_NAMES } from '../../facts.ts';
import type * as english from '../en/shape.ts';
import { list, type Part } from '../values.ts';

const called = ({ name, isEntry }: Part): string => (isEntry ? `Элемент списка \`${name}\`` : `\`${name}\``);

export const shape: typeof english.shape = {
  mustBeText: ({ part }) => `${called(part)}: нужен текст.`,
  mustBeList: ({ part }) => `${called(part)}: нужен список.`,
  mustBeGroup: ({ part }) => `${called(part)}: нужна группа значений, каждое под своим именем.`,
  mustBeThere: ({ part: { name, isEntry } }) =>
    isEntry ? `Элемент списка \`${name}\` пропущен.` : `Здесь не хватает \`${name}\`.`,
  mustBeOtherwise: ({ part }) => `${called(part)}: записано не так, как требует формат.`,
  mustBeFilled: ({ part }) => `${called(part)}: значение не может быть пустым.`,
  mustBeShortName: ({ part }) =>
    `${called(part)}: нужно короткое имя из строчных латинских букв, цифр и дефисов, которое начинается с буквы.`,
  mustBeTexts: ({ part }) =>
    `${called(part)}: нужен текст или по одному тексту на каждый язык, например \`{ ru: …, kk: … }\`.`,
  mustBeNumber: ({ part }) => `${called(part)}: нужно целое число.`,
  mustBeSpan: ({ part }) =>
    `${called(part)}: нужен промежуток времени, например \`30 min\`, \`8 h\`, \`1 h 30 min\`, \`5 working days\`; \`none\`, если регламент срока не устанавливает; или \`set by\` и событие, которое называет момент.`,
  mustBeSpanOrTable: ({ part }) =>
    `${called(part)}: нужен промежуток времени, например \`30 min\`, или таблица: категория клиента → вид обращения → промежуток.`,
  mustBeDays: ({ part }) => `${called(part)}: нужен промежуток времени, например \`180 d\`.`,
  mustBePercent: ({ part }) => `${called(part)}: нужна доля срока, например \`80 %\`.`,
  mustBeFact: ({ part }) =>
    `${called(part)}: нужно событие, например \`work.assigned\`, или \`{ fact: …, where: { … } }\`; события: ${list(FACT_NAMES)}.`,
  mustBeTimeZone: ({ part }) =>
    `${called(part)}: нужен часовой пояс из списка IANA, например \`Europe/Moscow\` или \`Asia/Almaty\`.`,
  mustBeWeekdays: ({ part }) => `${called(part)}: нужны дни недели, например \`mon-fri\` или \`sat\`.`,
  mustBeDate: ({ part }) => `${called(part)}: нужна дата, которая есть в календаре, в виде \`2026-12-31\`.`,
  mustBeTenant: ({ part }) => `${called(part)}: нужно от 2 до 31 строчной латинской буквы, цифры или дефиса.`,
  mustBeCountry: ({ part }) => `${called(part)}: нужен код страны из двух заглавных букв, например \`KZ\`.`,
  mustBeEmail: ({ part }) => `${called(part)}: нужен адрес электронной почты.`,
  mustBeSite: ({ part }) => `${called(part)}: нужен адрес сайта без пути, например \`https://www.example.org\`.`,
  mustBeSize: ({ part }) => `${called(part)}: нужен размер, например \`5 MB\` или \`500 KB\`.`,
};

export const choice: typeof english.choice = {
  mustBeOneOf: ({ part, choices }) => `${called(part)}: нужно одно из значений: ${list(choices)}.`,
};
