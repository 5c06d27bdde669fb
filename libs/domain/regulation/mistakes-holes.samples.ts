import type { Row } from './mistakes.samples.ts';
import { sound } from './mistakes-sound.samples.ts';

const inserted = (section: string) => ['queueOrder:', `${section}\nqueueOrder:`] as const;
/** Where one change would leave another mistake only. */
const changed = (...changes: readonly (readonly [string, string])[]) =>
  [sound, changes.reduce((text, [from, to]) => text.replace(from, to), sound)] as const;

const PHONE_OPEN = [
  'phone: { open: no, clause: 2, refusal: { ru: Нет, kk: Жоқ } }',
  'phone: { open: yes, clause: 2 }',
] as const;
const LOGIN = 'login: { name: { ru: Логин, kk: Логин } }';
const calls = (attempts: string, unanswered: string) =>
  inserted(`calls: { clause: 3, clock: answer, attempts: ${attempts}, unanswered: ${unanswered}, reason: silent }`);
const documents = (deliveries: string) =>
  inserted(
    [
      'documents:',
      '  clause: 3',
      '  contract: { ru: Договор, kk: Шарт }',
      '  kinds:',
      ...['report', 'act', 'invoice'].map((kind) => `    ${kind}: { name: { ru: Д, kk: Қ }, prefix: D }`),
      `  deliveries: ${deliveries}`,
    ].join('\n'),
  );
const diagnosis = (choices: string) =>
  inserted(
    `diagnosis:\n  clause: 3\n  steps: { cause: { name: { ru: П, kk: С }, choices: ${choices} } }\n  requires: {}`,
  );

const ways: Row[] = [
  [
    'an open channel that refuses',
    'web: { open: yes, clause: 2 }',
    'web: { open: yes, clause: 2, refusal: { ru: Нет, kk: Жоқ } }',
    'web:',
    '2',
    'refuses nobody',
  ],
  ['calls to no number', ...changed(['phone: 8 800\n', ''], PHONE_OPEN), 'phone: {', '2', 'names no `phone`'],
  [
    'a telephone in a letter of a hotline without one',
    ...changed(['phone: 8 800\n', ''], ["body: { ru: '{name}'", "body: { ru: '{phone}'"]),
    'acknowledged',
    null,
    'telephone number, and the hotline has none',
  ],
  [
    'a letter about a deadline that nobody sets',
    '  handed-over: {',
    "  deadline-set: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{dueAt}', kk: '{dueAt}' } }\n  handed-over: {",
    'deadline-set:',
    null,
    'no clock is `within: set by work.deadline-set`',
  ],
  ['a field asked for twice', 'requires: login', 'requires: login\n    asks: login', 'ask:', '2', 'asked for twice'],
  ['a choice of one', LOGIN, LOGIN.replace('{ name', '{ type: choice, name'), 'login:', null, 'at least two'],
  [
    'choices of a field of another type',
    LOGIN,
    LOGIN.replace('{ name', '{ choices: { a: { ru: А, kk: А }, b: { ru: Б, kk: Б } }, name'),
    'login:',
    null,
    'type `choice`',
  ],
  ['a chat in a channel that is not open', ...inserted('chat: { clause: 3 }'), 'chat:', '3', 'is not open'],
  [
    'a chat that nothing leads to',
    ...changed(['channels:\n', 'channels:\n  chat: { open: yes, clause: 2 }\n'], inserted('chat: { clause: 3 }')),
    'chat: { clause: 3',
    '3',
    'no entry point leads to it',
  ],
  [
    'silence that is cancelled by a reason to decline',
    ...inserted('silence: { clause: 3, clock: silence, reason: foreign, wording: { ru: М, kk: Ү } }'),
    'reason: foreign',
    '3',
    'not a reason to cancel',
  ],
  [
    'calls that nobody can answer',
    ...calls('3', '[answered, no-answer, busy, switched-off, wrong-number]'),
    'calls:',
    '3',
    'no call can ever succeed',
  ],
  ['calls that nobody makes', ...calls('0', 'busy'), 'calls:', '3', 'At least one call'],
];

const times: Row[] = [
  [
    'a product that does not exist',
    'starts: request.submitted',
    'starts: { fact: request.submitted, where: { product: pen } }',
    'pen',
    '3',
    'no product `pen` in this regulation.',
  ],
  [
    'a comparison by another name',
    'starts: request.submitted',
    'starts: { fact: request.submitted, where: { mood: good } }',
    'mood',
    '3',
    'it has: channel',
  ],
  ['a promise without a target', 'within: 30 min', 'told: yes\n    within: none', 'told:', '3', 'nothing to promise'],
  [
    'two clocks for the same case where clients are not told apart',
    ...changed(
      [sound.slice(sound.indexOf('clientCategories:'), sound.indexOf('kinds:')), ''],
      [
        sound.slice(sound.indexOf('    within:\n'), sound.indexOf('    onExpiry: [{ do: offer')),
        '    within: 30 min\n',
      ],
      [
        'starts: work.information-requested\n    stops: [work.resumed]',
        'starts: request.submitted\n    stops: work.replied',
      ],
    ),
    'silence:',
    '3',
    'a request `ask` would have both `answer` and `silence`',
  ],
  [
    'a table for some kinds only',
    '    within:\n      guest',
    '    applies: { kinds: question }\n    within:\n      guest',
    'applies:',
    '3',
    'already says',
  ],
  [
    'working days by the wall clock',
    'within: 30 min',
    'time: elapsed\n    within: 1 working day',
    'within: 1',
    '3',
    'set `time: working`',
  ],
  [
    'a pause before a moment set by hand',
    '    within: 30 min',
    '    pauses: [{ from: work.information-requested, until: work.resumed }]\n    within: set by work.deadline-set',
    'within: set',
    '3',
    'cannot pause',
  ],
  [
    'a reminder to nobody',
    '{ do: escalate, to: manager }',
    '{ do: remind }',
    'do: remind',
    '3',
    '`agent` or `moderator`',
  ],
  [
    'a cancelling for no reason',
    '{ do: offer-cancel, reason: silent }',
    '{ do: offer-cancel }',
    'do: offer-cancel',
    '3',
    'for which `reason`',
  ],
];

const parts: Row[] = [
  ['documents that nobody can send', ...documents('{}'), 'deliveries:', '3', 'no way to send'],
  ['documents at no time', ...documents('{ post: { ru: П, kk: П } }'), 'documents:', '3', 'Nobody keeps the time'],
  ['a link that nobody is asked for', ...inserted('help: { clause: 3, link: age }'), 'help:', '3', 'carry the link'],
  ['readers without a report', ...inserted('reports: { to: a@example.org, monthly: no }'), 'reports:', null, 'none is'],
  [
    'a pace of last year',
    ...inserted('requesters: { place: { clause: 3, pace: 300 } }'),
    'requesters:',
    '3',
    'at most 200 answers',
  ],
  [
    'a pace of one answer',
    ...inserted('requesters: { place: { clause: 3, atLeast: 1 } }'),
    'requesters:',
    '3',
    'at least two',
  ],
  ['a step that nothing requires', ...diagnosis('{}'), 'steps:', '3', 'requires the step `cause`'],
  ['a step of one choice', ...diagnosis('{ a: { ru: А, kk: А } }'), 'steps:', '3', 'needs at least two'],
];

/** Contradictions and holes in the ways in, the clocks, and the parts that a regulation may have or not. */
export const holeRows: Row[] = [...ways, ...times, ...parts];
