import fc from 'fast-check';
import {
  articleFor,
  decideEdit,
  decideUndo,
  type Edit,
  type Group,
  groupByVectors,
  maskQuestion,
  placeQuestions,
  sameAsBefore,
  shownAs,
} from './index.ts';

const asked = (texts: readonly string[], from = 0) => texts.map((text, at) => ({ id: `q${from + at}`, text }));
const october = [
  'Как продлить подпись?',
  'как продлить подпись',
  'Не приходит письмо',
  'Не приходят письма на почту',
  'Цвет неба',
];
const november = [
  'Подскажите, как продлить подпись',
  'Где скачать акт сверки',
  'акт сверки где скачать',
  'Какая погода',
];

describe('identity', () => {
  const first = placeQuestions(asked(october), []);
  const known = first.fresh.map(({ texts, members }) => ({ id: `of ${[...members].sort()[0]}`, texts }));
  const second = placeQuestions(asked(november, 10), known);

  test('a month without a past makes groups; questions that nobody else asked stay out', () => {
    expect(first.fresh.map(({ members }) => [...members].sort()).sort()).toEqual([
      ['q0', 'q1'],
      ['q2', 'q3'],
    ]);
    expect(first.known.size).toBe(0);
  });

  test('the next month finds the groups again and makes new ones of the rest', () => {
    expect([...second.known]).toEqual([['q10', 'of q0']]);
    expect(second.fresh.map(({ members }) => [...members].sort())).toEqual([['q11', 'q12']]);
  });

  test('a group that nobody asks in this month is remembered as it was', () => {
    expect(second.typical.get('of q2')).toEqual(known.find(({ id }) => id === 'of q2')?.texts);
  });

  test('the same month placed again changes nothing, whatever the order', () => {
    const after = known.map(({ id }) => ({ id, texts: second.typical.get(id) ?? [] }));
    const again = placeQuestions(asked(november, 10).reverse(), [
      ...after,
      ...second.fresh.map(({ texts }, at) => ({ id: `n${at}`, texts })),
    ]);
    expect(again.fresh).toEqual([]);
    expect([...again.known].sort()).toEqual([
      ['q10', 'of q0'],
      ['q11', 'n0'],
      ['q12', 'n0'],
    ]);
  });

  test('a month looked at once more gives its groups the ids they had, by whom they share most', () => {
    const fresh = [
      { name: 'a', texts: ['a'], members: ['1', '2', '3', '6'] },
      { name: 'b', texts: ['b'], members: ['4', '7'] },
      { name: 'c', texts: ['c'], members: ['8', '9'] },
    ];
    const before = new Map([
      ['x', ['1', '2', '3', '4']],
      ['y', ['5', '6', '7']],
      ['z', ['10']],
    ]);
    expect([...sameAsBefore(fresh, before)]).toEqual([
      [0, 'x'],
      [1, 'y'],
    ]);
  });

  test('groups that were parted stay apart though one way of grouping sees one question', () => {
    const parted = [
      { id: 'new', texts: ['Как продлить подпись сотрудника'] },
      { id: 'old', texts: ['Как продлить подпись руководителя'] },
    ];
    const more = asked(['продлить подпись сотрудника как', 'как продлить подпись нашего руководителя']);
    const all = (questions: readonly { id: string; text: string }[]) => ({
      groups: [{ name: 'x', count: questions.length, members: questions.map(({ id }) => id) }],
      alone: [],
    });
    expect([...placeQuestions(more, parted, all).known]).toEqual([
      ['q0', 'new'],
      ['q1', 'old'],
    ]);
  });
});

describe('personal data in a question', () => {
  test.each([
    ['Меня зовут Иван Петров, не открывается программа', 'Меня зовут •••, не открывается программа'],
    ['здравствуйте меня зовут мария не приходит код', 'здравствуйте меня зовут ••• не приходит код'],
    ['Мене звати Олена Шевченко. Де рахунок?', 'Мене звати •••. Де рахунок?'],
    ['Менің атым Айгерім, кілт жоқ', 'Менің атым •••, кілт жоқ'],
    ['My name is John Smith and I cannot sign in', 'My name is ••• and I cannot sign in'],
    ['Не могу найти договор № 45/2026-К', 'Не могу найти договор № •••'],
    ['Счёт 4081781009 не оплачен', 'Счёт •••••• не оплачен'],
    ['Акт 12345 потерян', 'Акт ••• потерян'],
    ['Иванова Мария Петровна не видит отчёт', '••• не видит отчёт'],
    ['Пропустите Сидорова И. И. в систему', 'Пропустите ••• в систему'],
    ['Пишите на ivan@example.org или +7 912 345-67-89', 'Пишите на •••@••• или +•••'],
  ])('%s', (text, shown) => {
    expect(maskQuestion(text)).toBe(shown);
  });

  test.each([
    'Как обновить 1С:Бухгалтерию 8.3 до версии 3.0?',
    'Горячая линия работает в субботу?',
    'Ошибка 404 на портале',
  ])('stays as it is: %s', (text) => {
    expect(maskQuestion(text)).toBe(text);
  });
});

const groupOf = (id: string): Group => ({ id, name: `name of ${id}`, ownName: null, hidden: false, mergedInto: null });
const apply = (groups: ReadonlyMap<string, Group>, changes: readonly { groupId: string; after: object }[]) => {
  const next = new Map(groups);
  for (const { groupId, after } of changes) next.set(groupId, { ...(next.get(groupId) ?? groupOf(groupId)), ...after });
  return next;
};
const start = new Map(['a', 'b', 'c', 'd'].map((id) => [id, groupOf(id)]));

describe('edits', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd');
  const edits: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), groupId: ids, into: ids }),
    fc.record({ kind: fc.constant('rename' as const), groupId: ids, name: fc.constantFrom('x', 'y', null) }),
    fc.record({ kind: fc.constantFrom('hide' as const, 'show' as const), groupId: ids }),
  );

  test('whatever is merged, every group is shown under one that stands for itself', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 20 }), (list) => {
        let groups: ReadonlyMap<string, Group> = start;
        for (const edit of list) {
          const decided = decideEdit(groups, edit);
          if (decided.ok) groups = apply(groups, decided.value);
        }
        for (const id of groups.keys()) expect(groups.get(shownAs(groups, id))?.mergedInto).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test('edits taken back last first leave everything as it was', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 20 }), (list) => {
        let groups: ReadonlyMap<string, Group> = start;
        const made = [];
        for (const edit of list) {
          const decided = decideEdit(groups, edit);
          if (!decided.ok) continue;
          made.unshift({ changes: decided.value, isUndone: false });
          groups = apply(groups, decided.value);
        }
        for (const edit of made) {
          const undo = decideUndo(groups, edit);
          expect(undo.ok).toBe(true);
          if (undo.ok) groups = apply(groups, undo.value);
        }
        expect(groups).toEqual(start);
      }),
      { numRuns: 1_000 },
    );
  });

  test('an edit on which a later one stands is not taken back', () => {
    const hide = decideEdit(start, { kind: 'hide', groupId: 'a' });
    const hidden = apply(start, hide.ok ? hide.value : []);
    const rename = decideEdit(hidden, { kind: 'rename', groupId: 'a', name: 'x' });
    const renamed = apply(hidden, rename.ok ? rename.value : []);
    const changes = hide.ok ? hide.value : [];
    expect(decideUndo(renamed, { changes, isUndone: false })).toEqual({ ok: false, code: 'edited-since' });
    expect(decideUndo(hidden, { changes, isUndone: true })).toEqual({ ok: false, code: 'already-undone' });
  });

  test.each([
    [{ kind: 'merge', groupId: 'a', into: 'a' }, 'same-group'],
    [{ kind: 'merge', groupId: 'a', into: 'z' }, 'unknown-group'],
    [{ kind: 'show', groupId: 'a' }, 'nothing-changes'],
    [{ kind: 'rename', groupId: 'a', name: 'name of a' }, 'nothing-changes'],
    [{ kind: 'hide', groupId: 'z' }, 'unknown-group'],
  ] as const)('%j is refused: %s', (edit, code) => {
    expect(decideEdit(start, edit)).toEqual({ ok: false, code });
  });
});

describe('outside vectors', () => {
  const vectors = [
    [1, 0.1],
    [0.1, 1],
    [1, 0],
    [0, 1],
    [-1, -1],
  ];
  test('questions of like vectors are one group, in whatever words and languages', () => {
    const { groups, alone } = groupByVectors(asked(['a', 'b', 'c', 'd', 'e']), vectors, 0.8);
    expect(groups.map(({ members }) => members).sort()).toEqual([
      ['q0', 'q2'],
      ['q1', 'q3'],
    ]);
    expect(alone).toEqual(['q4']);
  });

  test('vectors that are not one for each question are refused', () => {
    expect(() => groupByVectors(asked(['a', 'b']), [[1, 0]], 0.8)).toThrow('2 questions have 1 vectors');
    expect(() => groupByVectors(asked(['a', 'b']), [[1, 0], [1]], 0.8)).toThrow('vectors');
  });
});

describe('articles', () => {
  const articles = [
    { articleId: 'a', groupId: 'g1', title: 'Подпись', asks: ['Подпись'] },
    { articleId: 'b', groupId: null, title: 'Акты', asks: ['Акты', 'Где скачать акт сверки?'] },
  ];
  test.each([
    ['written for the group', ['g1'], ['Как продлить подпись?'], 'a'],
    ['written for a group that was merged into it', ['g9', 'g1'], ['Что угодно'], 'a'],
    ['naming a question of the group, in whatever order', ['g2'], ['скачать где акт сверки'], 'b'],
    ['of something else', ['g3'], ['Не приходит письмо'], undefined],
    ['without words', ['g4'], ['', '???'], undefined],
  ])('%s', (_, ids, texts, found) => {
    expect(articleFor(articles, ids, texts)?.articleId).toBe(found);
  });
});
