import type { ProductionCalendar } from '../calendar/types.ts';
import { mistakeIn, mistakeLine, parseRegulation } from './index.ts';
import {
  blockingRows,
  complaintRows,
  conductRows,
  disclosureRows,
  type Row,
  verificationRows,
} from './mistakes.samples.ts';

const productionCalendars = new Map<string, ProductionCalendar>([
  ['ru', { id: 'ru', source: 'test', completeThrough: 2026, days: new Map() }],
]);

/** A small regulation without a mistake; each test spoils one place of it. */
const sound = `tenant: small
country: KZ
languages: [ru, kk]
name: { ru: Линия, kk: Желі }
organisation: { ru: Малая, kk: Шағын }
edition: { id: 1, inForceFrom: 2026-01-01 }
phone: 8 800
texts:
  welcome: { ru: Пишите, kk: Жазыңыз }
  closed: { ru: Закрыто, kk: Жабық }
clauses:
  1: { kind: S, text: { ru: Часы, kk: Сағаттар } }
  2: { kind: S, text: { ru: Способы, kk: Жолдар } }
  3: { kind: S, text: { ru: Сроки, kk: Мерзімдер } }
calendar:
  clause: 1
  timeZone: Asia/Almaty
  week: { mon-fri: '09:00-13:00, 14:00-18:00' }
  productionCalendar: ru
channels:
  web: { open: yes, clause: 2 }
  phone: { open: no, clause: 2, refusal: { ru: Нет, kk: Жоқ } }
entryPoints:
  form: { name: { ru: Форма, kk: Нысан }, channel: web, clause: 2 }
clientCategories:
  guest: { ru: Гость, kk: Қонақ }
  user: { ru: Пользователь, kk: Пайдаланушы }
kinds:
  question: { ru: Вопрос, kk: Сұрақ }
skills:
  talk: { ru: Беседа, kk: Әңгіме }
fields:
  login: { name: { ru: Логин, kk: Логин } }
categories:
  ask:
    name: { ru: Вопрос, kk: Сұрақ }
    kind: question
    clause: 2
    skill: talk
    requires: login
    outOfScope: { clause: 2, vendor: maker }
clocks:
  answer:
    name: { ru: Ответ, kk: Жауап }
    clause: 3
    starts: request.submitted
    stops: work.replied
    within: 30 min
    warnAt: [50 %, 80 %]
    onExpiry: [{ do: escalate, to: manager }]
  silence:
    name: { ru: Молчание, kk: Үнсіздік }
    clause: 3
    starts: work.information-requested
    stops: [work.resumed]
    within:
      guest: { question: 8 h }
      user: { question: 2 working days }
    onExpiry: [{ do: offer-cancel, reason: silent }]
vendors:
  maker: { name: { ru: Автор, kk: Автор }, email: maker@example.org, contracted: yes, clause: 2 }
reasons:
  silent: { name: { ru: Молчит, kk: Үнсіз }, use: cancel }
  foreign: { name: { ru: Чужое, kk: Бөтен }, use: decline }
queueOrder: arrival
letters:
  acknowledged: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{name}', kk: '{name}' } }
  replied: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{text}', kk: '{text}' } }
  information-requested: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{text}', kk: '{text}' } }
  resolved: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{text}', kk: '{text}' } }
  cancelled: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{reason}', kk: '{reason}' } }
  declined: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{clause}', kk: '{clause}' } }
  handed-over: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{vendor}', kk: '{vendor}' } }
assumptions:
  - { at: clocks.answer.within, note: guessed }
`;

const files = (amount: string) => `attachments: { clause: 3, kinds: image, ${amount} }\n`;

const recordings = (limits: string) => `recordings: { clause: 3, ${limits} }\nqueueOrder:`;

const load = (text: string) => parseRegulation(text, { file: 'regulations/small.yaml', productionCalendars });

const rows: Row[] = [
  [
    'a site with a path',
    'channel: web, clause: 2 }',
    "channel: web, clause: 2, sites: 'https://www.example.org/help' }",
    'https://www',
    '2',
    'without a path',
  ],
  [
    'a site without a certificate',
    'channel: web, clause: 2 }',
    "channel: web, clause: 2, sites: 'http://www.example.org' }",
    'http://www',
    '2',
    'An entry of `sites` must be the address of a site',
  ],
  [
    'a telephone on a site',
    'form: {',
    "line: { name: { ru: Линия, kk: Желі }, channel: phone, clause: 2, sites: 'https://www.example.org' }\n  form: {",
    'line:',
    '2',
    'has none to show',
  ],
  ['unreadable YAML', 'country: KZ', 'country: [KZ', 'languages', null, 'cannot be read'],
  ['a tab as indentation', '  closed:', '\tclosed:', 'closed:', null, 'spaces'],
  ['a name used twice', '  user: { ru: П', '  guest: { ru: П', 'guest: { ru: П', null, 'twice'],
  ['an unknown word with a near one', 'within: 30 min', 'whithin: 30 min', 'whithin', '3', 'is `within` meant?'],
  [
    'an unknown word',
    '    skill: talk\n',
    '    skill: talk\n    colour: red\n',
    'colour',
    '2',
    'not a word of the format',
  ],
  [
    'too large a file',
    'queueOrder:',
    `${files('most: 5, each: 11 MB')}queueOrder:`,
    'each: 11 MB',
    '3',
    'at most `10 MB`',
  ],
  [
    'a recording that no door lets through',
    'queueOrder:',
    recordings('each: 11 MB, longest: 1 h'),
    'each: 11 MB',
    '3',
    'at most `10 MB`',
  ],
  [
    'a recording as long as a working day',
    'queueOrder:',
    recordings('each: 9 MB, longest: 1 working day'),
    'longest: 1 working',
    '3',
    'plain span',
  ],
  ['recordings without a limit', 'queueOrder:', recordings('each: 9 MB'), 'recordings', '3', '`longest` is missing'],
  ['no file at all', 'queueOrder:', `${files('most: 0, each: 1 MB')}queueOrder:`, 'most: 0', '3', 'from 1 to 20'],
  ['a size in words', 'queueOrder:', `${files('most: 1, each: big')}queueOrder:`, 'each: big', '3', '`5 MB`'],
  ['a missing part', 'queueOrder: arrival\n', '', 'tenant', null, '`queueOrder` is missing'],
  ['a value that is none of the choices', 'queueOrder: arrival', 'queueOrder: mood', 'mood', null, 'arrival'],
  [
    'a text where a group stands',
    'skills:\n  talk: { ru: Беседа, kk: Әңгіме }',
    'skills: talk',
    'skills: talk',
    null,
    'group',
  ],
  ['a file named after somebody else', 'tenant: small', 'tenant: large', 'tenant', null, 'The file is called small'],
  ['a time zone that does not exist', 'Asia/Almaty', 'Asia/Alma-Ata', 'Asia/Alma-Ata', '1', 'time zone'],
  ['an offset as time zone', 'Asia/Almaty', '+05:00', '+05:00', '1', 'IANA'],
  ['a date that does not exist', '2026-01-01', '2026-02-30', '2026-02-30', null, 'exists'],
  ['hours that cannot be read', '09:00-13:00, 14:00-18:00', '9 to 6', '9 to 6', '1', 'are not hours'],
  ['intervals out of order', '09:00-13:00, 14:00-18:00', '14:00-18:00, 09:00-13:00', 'mon-fri', '1', 'out of order'],
  ['an interval that begins when it ends', '09:00-13:00, 14:00-18:00', '09:00-09:00', 'mon-fri', '1', 'out of order'],
  ['intervals that overlap', '09:00-13:00, 14:00-18:00', '09:00-15:00, 14:00-18:00', 'mon-fri', '1', 'overlap'],
  [
    'hours past midnight into the next day',
    "mon-fri: '09:00-13:00, 14:00-18:00'",
    'mon: 20:00-06:00, tue: 05:00-09:00',
    'week',
    '1',
    'past midnight',
  ],
  [
    'a day of the week set twice',
    'week: { mon-fri',
    'week: { wed: closed, mon-wed: 09:00-10:00, mon-fri',
    'mon-fri',
    '1',
    'set twice',
  ],
  ['days that are no days', 'mon-fri', 'moon-fri', 'moon-fri', '1', 'days of the week'],
  ['no working hours at all', "'09:00-13:00, 14:00-18:00'", 'closed', 'week', '1', 'no working hours'],
  ['an unknown production calendar', 'productionCalendar: ru', 'productionCalendar: tr', 'tr', '1', 'there are: ru'],
  [
    'a clause that is not written out',
    'channel: web, clause: 2 }',
    'channel: web, clause: 2.7 }',
    'form:',
    '2.7',
    'no clause 2.7',
  ],
  [
    'a text without a language',
    'ru: Вопрос, kk: Сұрақ }\n    kind',
    'ru: Вопрос }\n    kind',
    'name: { ru: Вопрос }',
    '2',
    'language kk',
  ],
  [
    'a text that does not say its language',
    'welcome: { ru: Пишите, kk: Жазыңыз }',
    'welcome: Пишите',
    'welcome',
    null,
    'in which language',
  ],
  [
    'a letter without a language',
    "body: { ru: '{clause}', kk: '{clause}' }",
    "body: { ru: '{clause}' }",
    'declined',
    null,
    'language kk',
  ],
  ['a missing letter', 'resolved:', 'replied-late:', 'replied-late', null, 'not a word'],
  [
    'a placeholder that the letter cannot say',
    "kk: '{reason}'",
    "kk: '{because}'",
    'because',
    null,
    'cannot say {because}',
  ],
  [
    'an e-mail address in a letter of a hotline without one',
    "body: { ru: '{name}'",
    "body: { ru: '{email}'",
    'acknowledged',
    null,
    'has none',
  ],
  [
    'a letter that never names the request',
    "declined: { subject: { ru: '{number}', kk: '{number}' }",
    'declined: { subject: { ru: А, kk: Ә }',
    'declined',
    null,
    'never names',
  ],
  [
    'a kind of request that does not exist',
    '    kind: question',
    '    kind: riddle',
    'riddle',
    '2',
    'no kind of request `riddle`',
  ],
  ['a skill that does not exist', 'skill: talk', 'skill: song', 'song', '2', 'no skill `song`'],
  ['a skill that nothing asks for', 'skill: talk\n', 'urgent: no\n', 'talk:', null, 'No category asks'],
  ['a field that does not exist', 'requires: login', 'requires: age', 'ask:', '2', 'no field `age`'],
  ['a vendor that does not exist', 'vendor: maker', 'vendor: baker', 'baker', '2', 'no vendor `baker`'],
  [
    'a category that no channel admits',
    '    skill: talk',
    '    channels: phone\n    skill: talk',
    'ask:',
    '2',
    'No open channel',
  ],
  ['an entry point into a closed channel', 'channel: web', 'channel: phone', 'form', '2', 'closed'],
  [
    'an open channel without a way in',
    'phone: { open: no, clause: 2, refusal: { ru: Нет, kk: Жоқ } }',
    'phone: { open: yes, clause: 2 }',
    'phone: {',
    '2',
    'no entry point',
  ],
  ['a closed channel that says nothing', ', refusal: { ru: Нет, kk: Жоқ }', '', 'phone: {', '2', 'refusal'],
  ['a span that cannot be read', 'within: 30 min', 'within: half an hour', 'half an hour', '3', '30 min'],
  [
    'a fact that does not exist',
    'stops: work.replied',
    'stops: work.answered',
    'answered',
    '3',
    'no fact `work.answered`',
  ],
  [
    'a fact with its version',
    'stops: work.replied',
    'stops: work.replied.v1',
    'replied.v1',
    '3',
    'Leave the version out',
  ],
  [
    'a comparison that the fact does not allow',
    'stops: work.replied',
    'stops: { fact: work.replied, where: { mood: good } }',
    'mood',
    '3',
    'no `mood` to compare',
  ],
  [
    'a comparison that never holds',
    'starts: request.submitted',
    'starts: { fact: request.submitted, where: { channel: fax } }',
    'fax',
    '3',
    'never `fax`',
  ],
  ['a clock that can never stop', 'stops: work.replied', 'stops: []', 'answer:', '3', 'never stop'],
  [
    'a clock that outlives its request',
    '    within: 30 min',
    '    cancels: work.cancelled\n    within: 30 min',
    'answer:',
    '3',
    'never stop after `work.resolved`',
  ],
  [
    'a fact that both stops and cancels',
    '    within: 30 min',
    '    cancels: [work.replied, work.resolved, work.cancelled, work.declined, request.withdrawn]\n    within: 30 min',
    'answer:',
    '3',
    'both stops and cancels',
  ],
  [
    'a pause that never ends',
    '    within: 30 min',
    '    pauses: [{ from: work.handed-over, until: work.handed-over }]\n    within: 30 min',
    'pauses',
    '3',
    'never end',
  ],
  ['a warning without a target', 'within: 30 min', 'within: none', 'answer:', '3', 'nothing to warn'],
  ['warnings out of order', '[50 %, 80 %]', '[80 %, 50 %]', 'warnAt', '3', 'ascending'],
  ['a warning after the end', '[50 %, 80 %]', '[150 %]', 'warnAt', '3', 'part of the target'],
  [
    'a clock that waits for a state that nothing leads to',
    'starts: request.submitted\n    stops: work.replied',
    'starts: work.postponed\n    stops: work.replied',
    'starts: work.postponed',
    '3',
    'never start',
  ],
  [
    'a clock that only the impossible would keep',
    'stops: work.replied',
    'stops: work.documents-dispatched',
    'stops: work.documents-dispatched',
    '3',
    'never be kept',
  ],
  [
    'a letter about a status that nothing leads to',
    'contracted: yes',
    'contracted: no',
    'handed-over: {',
    null,
    'no request here can ever be `handed-over`, since no vendor here has a contract',
  ],
  [
    'a pause in a status that nothing leads to',
    '    within: 30 min',
    '    pauses: [{ from: work.postponed, until: work.postponement-ended }]\n    within: 30 min',
    'pauses',
    '3',
    'This pause can never begin: no request here can ever be `postponed`',
  ],
  [
    'a pause that only the impossible would end',
    '    within: 30 min',
    '    pauses: [{ from: work.information-requested, until: work.postponement-ended }]\n    within: 30 min',
    'pauses',
    '3',
    'would never end: no request here can ever be `postponed`',
  ],
  [
    'a clock that waits for a reason of another use',
    'stops: work.replied',
    'stops: [work.replied, { fact: work.cancelled, where: { reason: foreign } }]',
    'stops: [work.replied',
    '3',
    'that is a reason to decline',
  ],
  [
    'a reason to decline without a clause',
    '    outOfScope: { clause: 2, vendor: maker }\n',
    '',
    'foreign:',
    null,
    'names no clause, and no category is out of scope',
  ],
  [
    'a letter without an occasion',
    '  handed-over: {',
    "  unreachable: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{reason}', kk: '{reason}' } }\n  handed-over: {",
    'unreachable:',
    null,
    'is never sent: there are no `calls`',
  ],
  [
    'a reason that nothing leads to',
    '  foreign: {',
    '  lost: { name: { ru: Пропало, kk: Жоғалды }, use: cancel, chosenBy: platform }\n  foreign: {',
    'lost:',
    null,
    'no rule ever chooses it',
  ],
  [
    'two clocks for the same case',
    'starts: work.information-requested\n    stops: [work.resumed]',
    'starts: request.submitted\n    stops: work.replied',
    'silence:',
    '3',
    'Two clocks for the same case',
  ],
  [
    'a clock that no request can have',
    '    starts: request.submitted',
    '    applies: { channels: phone }\n    starts: request.submitted',
    'answer:',
    '3',
    'No request can ever',
  ],
  ['a table with a hole', '      user: { question: 2 working days }\n', '', 'within:', '3', 'no target for `user`'],
  ['a reason that does not exist', 'reason: silent', 'reason: silence', 'reason: silence', '3', 'no reason `silence`'],
  [
    'an expiry that does not say whom',
    '{ do: escalate, to: manager }',
    '{ do: escalate }',
    'do: escalate',
    '3',
    'must say whom',
  ],
  ['no reason to decline with', 'use: decline', 'use: postpone', 'reasons', null, 'decline'],
  [
    'an assumption about nothing',
    'at: clocks.answer.within',
    'at: clocks.reply.within',
    'clocks.reply',
    null,
    'nothing at',
  ],
  [
    'a moment set by a fact that names none',
    '    within: 30 min\n',
    '    within: set by work.replied\n',
    'within: set by',
    '3',
    'names no moment',
  ],
  [
    'a moment set by a fact that does not start the clock',
    '    within: 30 min\n',
    '    within: set by work.deadline-set\n',
    'within: set by',
    '3',
    'must start on `work.deadline-set`',
  ],
  [
    'a diagnosis of a step that there is not',
    'queueOrder:',
    'diagnosis:\n  clause: 3\n  steps: { cause: { name: { ru: Причина, kk: Себебі } } }\n  requires: { question: [cause, mood] }\nqueueOrder:',
    'requires:',
    '3',
    'no step `mood`',
  ],
  [
    'sessions of a kind that there is not',
    'queueOrder:',
    'remoteSessions:\n  clause: 3\n  kinds: failure\n  tools: { a: { ru: А, kk: А } }\n  consents: { b: { ru: Б, kk: Б } }\nqueueOrder:',
    'kinds: failure',
    '3',
    'no kind of request `failure`',
  ],
  [
    'sessions that nobody can consent to',
    'queueOrder:',
    'remoteSessions:\n  clause: 3\n  tools: { a: { ru: А, kk: А } }\n  consents: {}\nqueueOrder:',
    'consents:',
    '3',
    'nothing to choose from',
  ],
  [
    'guests for ever',
    'queueOrder:',
    'guests: { clause: 3, validFor: none }\nqueueOrder:',
    'guests:',
    '3',
    'good for a span',
  ],
  [
    'personal data gone before anybody can ask again',
    'queueOrder:',
    'retention: { clause: 3, days: 7 }\nqueueOrder:',
    'retention:',
    '3',
    'at least 30 days',
  ],
  ['postponing without an end', 'use: cancel', 'use: postpone', 'reasons', null, 'no clock takes them up again'],
  [
    'going on with what was never postponed',
    '{ do: escalate, to: manager }',
    '{ do: resume }',
    'answer:',
    '3',
    'takes postponed work up again',
  ],
  [
    'a place in a queue where everything has a target',
    'queueOrder:',
    'requesters: { place: { clause: 3 } }\nqueueOrder:',
    'requesters:',
    '3',
    'Every clock has a target',
  ],
  [
    'a place in a queue without order',
    'queueOrder: arrival',
    'requesters: { place: { clause: 3 } }\nqueueOrder: urgency-then-arrival',
    'requesters:',
    '3',
    'order of arrival',
  ],
  [
    'an estimate from more answers than are counted',
    'queueOrder:',
    'requesters: { place: { clause: 3, pace: 3 } }\nqueueOrder:',
    'requesters:',
    '3',
    'needs 5 answers',
  ],
  [
    'rules to accept that there are not',
    'queueOrder:',
    'requesters: { acceptance: { clause: 3 } }\nqueueOrder:',
    'requesters:',
    '3',
    'no rules to accept',
  ],
  ...verificationRows,
  ...disclosureRows,
  ...conductRows,
  ...complaintRows,
  ...blockingRows,
  ['a language twice', 'languages: [ru, kk]', 'languages: [ru, kk, kk]', 'languages', null, 'named twice'],
  ['an address that is none', 'maker@example.org', 'maker at home', 'maker at home', '2', 'e-mail'],
];

describe('a wrong regulation is refused with file, line, clause and a sentence', () => {
  test('the sample itself has no mistake', () => {
    const loaded = load(sound);
    expect(loaded.ok ? [] : loaded.mistakes.map(mistakeLine)).toEqual([]);
  });

  test.each(rows)('%s', (_, from, to, blamed, clause, says) => {
    expect(sound.split(from).length).toBeGreaterThan(1);
    const spoiled = sound.replace(from, to);
    const loaded = load(spoiled);
    if (loaded.ok) throw new Error('the spoiled regulation was accepted');
    const lines = spoiled.split('\n');
    const found = loaded.mistakes.map((m) => ({ ...m, text: lines[m.line - 1] ?? '' }));
    const match = found.find((m) => m.sentence.includes(says) && m.text.includes(blamed) && m.clause === clause);
    expect(match ?? found).toEqual(expect.objectContaining({ file: 'regulations/small.yaml' }));
  });

  test('all mistakes are told at once, in the order of the file', () => {
    const loaded = load(sound.replace('skill: talk', 'skill: song').replace('vendor: maker', 'vendor: baker'));
    const lines = loaded.ok ? [] : loaded.mistakes.map((m) => m.line);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  test.each(['', 'hello', '[]', '- 1\n- 2', '42', 'a: &x [*x]', '\u0000'])('%j is refused, never thrown at', (text) => {
    expect(load(text).ok).toBe(false);
  });
});

test('the place of a mistake is told in the reader’s language, the sentence as it is', () => {
  const mistake = { file: 'x.yaml', line: 12, clause: '2.4', sentence: 'There is no such clock.' };
  expect((['ru', 'uk', 'kk', 'en'] as const).map((language) => mistakeIn(mistake, language))).toEqual([
    'x.yaml, строка 12, пункт 2.4: There is no such clock.',
    'x.yaml, рядок 12, пункт 2.4: There is no such clock.',
    'x.yaml, 12-жол, 2.4-тармақ: There is no such clock.',
    'x.yaml, line 12, clause 2.4: There is no such clock.',
  ]);
  expect(mistakeIn({ ...mistake, clause: null }, 'ru')).toBe('x.yaml, строка 12: There is no such clock.');
});
