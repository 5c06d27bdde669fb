import { assignQuestions, continueGroups, type KnownGroup } from './index.ts';

const known: readonly KnownGroup[] = [
  {
    id: 'licence',
    questions: [
      'Как продлить лицензию на программу?',
      'Продление лицензии',
      'Закончилась лицензия программы, как продлить?',
      'Лицензия истекает завтра, продлите',
    ],
  },
  {
    id: 'printer',
    questions: [
      'Не печатает принтер чеков',
      'Принтер на кассе не печатает чеки',
      'Принтер чеков перестал печатать',
      'Касса: чек не печатается, принтер молчит',
    ],
  },
  {
    id: 'signature',
    questions: [
      'Құжатқа қалай қол қоюға болады?',
      'Құжатқа қол қойылмайды',
      'Электрондық құжатқа қол қою қателігі',
      'Қол қою терезесі құжатта ашылмайды',
    ],
  },
];
const asked = (...texts: readonly string[]) => texts.map((text, at) => ({ id: `q${at}`, text }));

test('a question finds the known group that it belongs to, in any form, with a typing error, in any language of the groups', () => {
  const { groups, left } = assignQuestions(
    known,
    asked(
      'подскажите, как продлить лицензию',
      'на кассе принтр не печатает чеки',
      'Құжатқа қол қоя алмаймын',
      'продление лицензий',
    ),
  );
  expect(Object.fromEntries(groups)).toEqual({ licence: ['q0', 'q3'], printer: ['q1'], signature: ['q2'] });
  expect(left).toEqual([]);
});

test('what is of no known group is left over, and so is what is of two alike', () => {
  const questions = asked('Рецепт борща с фасолью', 'лицензия, касса', 'Когда придёт бухгалтер?', '???');
  const { groups, left } = assignQuestions(known, questions);
  expect([...groups.values()].flat()).toEqual([]);
  expect(left).toEqual(questions);
});

test('neither the order of questions nor that of groups decides anything', () => {
  const questions = asked('продление лицензий', 'печатает принтер чеков плохо', 'борщ', 'Құжатқа қол қоя алмаймын');
  const forth = assignQuestions(known, questions);
  const back = assignQuestions(known.toReversed(), questions.toReversed());
  expect(new Map([...back.groups].map(([id, own]) => [id, [...own].sort()]))).toEqual(
    new Map([...forth.groups].map(([id, own]) => [id, [...own].sort()])),
  );
  expect(back.left.toReversed()).toEqual(forth.left);
});

test('a further month keeps the groups that are known and finds new ones among the rest', () => {
  const month = continueGroups(
    known,
    asked(
      'как продлить лицензию программы',
      'Где скачать акт сверки?',
      'скачать акт сверки',
      'акт сверки где скачать можно',
      'Рецепт борща с фасолью',
    ),
  );
  expect(Object.fromEntries(month.known)).toEqual({ licence: ['q0'] });
  expect(month.groups.map(({ members }) => members)).toEqual([['q1', 'q2', 'q3']]);
  expect(month.alone).toEqual(['q4']);
});

test('with no group known everything is left, and with nothing asked nothing is', () => {
  const questions = asked('Где скачать акт сверки?');
  expect(assignQuestions([], questions)).toEqual({ groups: new Map(), left: questions });
  expect(assignQuestions(known, [])).toEqual({ groups: new Map(), left: [] });
});
