import { agree } from './agree.ts';
import { groupQuestions, languageOf, wordsOf } from './index.ts';

const asked = (texts: readonly string[]) => texts.map((text, at) => ({ id: `q${at}`, text }));
const idsOf = (groups: readonly { members: readonly string[] }[]) => groups.map(({ members }) => [...members].sort());

test.each([
  ['Как восстановить пароль от кабинета?', 'ru'],
  ['Де подивитися статус моєї заявки?', 'uk'],
  ['Құпиясөзді қалай қалпына келтіруге болады?', 'kk'],
  ['How do I renew my licence?', 'en'],
  ['Не открывается Excel', 'ru'],
])('%s is read as %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  ['Здравствуйте! Подскажите, пожалуйста: как продлить лицензию?', 'продление лицензий'],
  ['Як змінити адресу?', 'зміна адреси'],
  ['Hello, could you please tell me how to renew the licence', 'renewing licences'],
])('politeness, case and forms of words fall away: %s', (long, short) => {
  const [one, two] = [wordsOf(long).stems, wordsOf(short).stems];
  expect(one.some((stem) => two.includes(stem) || two.some((other) => other.startsWith(stem.slice(0, 4))))).toBe(true);
  expect(one.length).toBeLessThanOrEqual(3);
});

const texts = [
  'Как продлить лицензию на программу?',
  'Лицензию на программу как продлить?',
  'подскажите как продлит лицензию программы',
  'Продление лицензии на программу',
  'Не печатает принтер чеков на кассе',
  'Принтер чеков не печатает',
  'касса: принтер чеков перестал печатать',
  'Дитина зникла з черги, що робити?',
  'Чому дитина зникла з черги?',
  'Құжатқа қалай қол қоюға болады?',
  'Құжатқа қол қою қалай?',
  'Рецепт борща с фасолью',
];

test('what is asked in other words, in another order, with a typing error is one group; what nobody else asks stays out', () => {
  const { groups, alone } = groupQuestions(asked(texts));
  expect(idsOf(groups)).toEqual(
    expect.arrayContaining([
      ['q0', 'q1', 'q2', 'q3'],
      ['q4', 'q5', 'q6'],
      ['q7', 'q8'],
      ['q10', 'q9'],
    ]),
  );
  expect(alone).toEqual(['q11']);
  expect(groups[0]?.count).toBe(4);
  expect(texts).toContain(groups[0]?.name);
});

test('the order in which questions come decides nothing', () => {
  const forth = groupQuestions(asked(texts));
  const back = groupQuestions(asked(texts).reverse());
  expect(idsOf(back.groups).sort()).toEqual(idsOf(forth.groups).sort());
  expect(back.groups.map(({ name }) => name)).toEqual(forth.groups.map(({ name }) => name));
});

test('a question asked a thousand times is one group of a thousand, named by itself', () => {
  const many = Array.from({ length: 1_000 }, (_, at) => ({ id: String(at), text: 'Где скачать акт сверки?' }));
  expect(groupQuestions(many)).toMatchObject({
    groups: [{ name: 'Где скачать акт сверки?', count: 1_000 }],
    alone: [],
  });
});

test('nothing asked is no group, and a text without words harms nobody', () => {
  expect(groupQuestions([])).toEqual({ groups: [], alone: [] });
  expect(groupQuestions(asked(['???', '12345', ''])).groups.length).toBeLessThanOrEqual(1);
});

test('whoever said nothing, or nothing in words, asks nothing that another asks', () => {
  const { groups, alone } = groupQuestions(
    ['', '', '???', 'Где чек', 'Чек где'].map((text, at) => ({ id: `${at}`, text })),
  );
  expect(groups.map(({ members }) => members)).toEqual([['3', '4']]);
  expect(alone).toEqual(['0', '1', '2']);
});

test('a branch of the trees stands where most voices have it within one group', () => {
  const joins = [
    { a: 0, b: 1 },
    { a: 2, b: 3 },
    { a: 4, b: 5 },
  ];
  const cuts = [
    [0, 0, 0, 0],
    [0, 0, 1, 1],
    [0, 0, 1, 2],
  ].map((cut) => Int32Array.from(cut));
  const groups = (voices: readonly number[]) => [...agree(cuts, voices, joins).of];
  expect(groups([1, 1, 1])).toEqual([1, 1, 0, 0]);
  expect(groups([3, 1, 1])).toEqual([0, 0, 0, 0]);
  expect(groups([1, 1, 3])).toEqual([0, 0, 2, 1]);
});
