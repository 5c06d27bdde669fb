import fc from 'fast-check';
import type { Category, Language } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { type Agent, orderQueue, proposeAgent, type QueuePlace } from './index.ts';

const category = (id: string, skill: string | null): Category => ({
  id,
  name: { ru: id },
  kind: 'reference',
  clause: '2.5',
  channels: ['web'],
  skill,
  urgent: false,
  outOfScope: null,
  fields: [],
});
const regulation = {
  languages: ['ru', 'kk'] as const satisfies readonly [Language, ...Language[]],
  skills: [{ id: 'paper', name: { ru: 'Документы', kk: 'Құжаттар' } }],
  categories: new Map([
    ['paperwork', category('paperwork', 'paper')],
    ['any', category('any', null)],
  ]),
};
const agent = (staffId: string, skills: string[], languages: Language[], name = staffId): Agent => ({
  staffId,
  name,
  skills,
  languages,
});
const agents = [
  agent('a', [], ['ru', 'kk'], 'Анна'),
  agent('b', ['paper'], ['ru'], 'Борис'),
  agent('c', ['paper'], ['ru', 'kk'], 'Сауле'),
  agent('d', ['paper'], ['ru', 'kk'], 'Дина'),
];

test.each<[string, string, Language, [string, number][], string, string]>([
  [
    'the skill and the language, then the least load',
    'paperwork',
    'kk',
    [
      ['c', 2],
      ['d', 1],
    ],
    'd',
    'Дина: отвечает за тему «Документы»; говорит по-казахски; меньше всего обращений в работе: 1.',
  ],
  [
    'the skill comes before the load',
    'paperwork',
    'ru',
    [
      ['b', 5],
      ['c', 6],
      ['d', 7],
    ],
    'b',
    'Борис: отвечает за тему «Документы»; говорит по-русски; меньше всего обращений в работе: 5.',
  ],
  [
    'equal loads: by id',
    'paperwork',
    'kk',
    [],
    'c',
    'Сауле: отвечает за тему «Документы»; говорит по-казахски; сейчас без обращений.',
  ],
  ['no skill asked for: anybody', 'any', 'ru', [], 'a', 'Анна: говорит по-русски; сейчас без обращений.'],
  ['an unknown category: anybody', 'gone', 'ru', [], 'a', 'Анна: говорит по-русски; сейчас без обращений.'],
  [
    'nobody speaks the language: says so',
    'paperwork',
    'en',
    [['b', 1]],
    'c',
    'Сауле: отвечает за тему «Документы»; по-английски сейчас никто из подходящих не говорит; сейчас без обращений.',
  ],
])('an agent is proposed by %s', (_, category, language, loads, agentId, sentence) => {
  const proposal = proposeAgent({ request: { category, language }, agents, loads: new Map(loads), regulation });
  expect(proposal).toMatchObject({ agentId, reason: { kind: 'proposed', sentence } });
});

test('nobody has the skill: somebody is proposed all the same, and the sentence says so', () => {
  const proposal = proposeAgent({
    request: { category: 'paperwork', language: 'ru' },
    agents: agents.slice(0, 1),
    loads: new Map(),
    regulation,
  });
  expect(proposal?.reason).toEqual({
    kind: 'proposed',
    sentence: 'Анна: тему «Документы» сейчас никто не ведёт; говорит по-русски; сейчас без обращений.',
    clause: '2.5',
  });
});

test('without agents there is nobody to propose', () => {
  expect(
    proposeAgent({ request: { category: 'any', language: 'ru' }, agents: [], loads: new Map(), regulation }),
  ).toBeNull();
});

test('the sentence is in the language asked for', () => {
  const proposal = proposeAgent({
    request: { category: 'paperwork', language: 'kk' },
    agents,
    loads: new Map(),
    regulation,
    language: 'kk',
  });
  expect(proposal?.reason.sentence).toBe(
    'Сауле: «Құжаттар» тақырыбына жауап береді; қазақша сөйлейді; қазір жұмысында өтініш жоқ.',
  );
});

test('the order of the agents in the list changes nothing', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(agents, { minLength: agents.length }), (shuffled) => {
      const input = {
        request: { category: 'paperwork', language: 'kk' as const },
        loads: new Map([['c', 1]]),
        regulation,
      };
      expect(proposeAgent({ ...input, agents: shuffled })).toEqual(proposeAgent({ ...input, agents }));
    }),
  );
});

const at = (ms: number): Instant => ms as Instant;
const places = fc.array(
  fc.record({ requestId: fc.uuid(), urgent: fc.boolean(), arrivedAt: fc.integer({ min: 0, max: 20 }).map(at) }),
  { maxLength: 30 },
);

test('urgency, then arrival, then id', () => {
  const rows: QueuePlace[] = [
    { requestId: '3', urgent: false, arrivedAt: at(1) },
    { requestId: '2', urgent: true, arrivedAt: at(9) },
    { requestId: '1', urgent: true, arrivedAt: at(9) },
    { requestId: '4', urgent: true, arrivedAt: at(5) },
  ];
  expect(orderQueue(rows, 'urgency-then-arrival').map((row) => row.requestId)).toEqual(['4', '1', '2', '3']);
});

test('kz-portal 30-9: strictly in the order of arrival, urgent or not', () => {
  fc.assert(
    fc.property(places, (rows) => {
      const ordered = orderQueue(rows, 'arrival').map((row) => row.arrivedAt);
      expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
    }),
  );
});

test('no urgent request stands behind one that is not', () => {
  fc.assert(
    fc.property(places, (rows) => {
      const ordered = orderQueue(rows, 'urgency-then-arrival').map((row) => row.urgent);
      expect(ordered.lastIndexOf(true)).toBeLessThanOrEqual(
        ordered.includes(false) ? ordered.indexOf(false) : ordered.length,
      );
    }),
  );
});
