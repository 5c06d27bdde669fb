import type { DiagnosisRule, Regulation, RemoteSessionRule } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import {
  decideDeadline,
  decideDiagnosed,
  decidePostponement,
  decideProvided,
  decideReclassified,
  decideSession,
  decideStep,
} from './index.ts';

const name = { ru: 'Причина' };
const regulation = {
  languages: ['ru'],
  reasons: [
    { id: 'next-release', name, use: 'postpone', clause: '9', chosenBy: 'staff' },
    { id: 'duplicate', name, use: 'cancel', clause: null, chosenBy: 'staff' },
  ],
  clocks: [],
} as unknown as Regulation;
const now = 1_000_000 as Instant;
const later = 2_000_000 as Instant;

test.each([
  ['a listed reason and a moment ahead', { reason: 'next-release', until: later, untilReply: false }, null],
  ['a listed reason until the requester writes', { reason: 'next-release', until: null, untilReply: true }, null],
  ['a reason for something else', { reason: 'duplicate', until: later, untilReply: false }, 'unknown-reason'],
  ['no end', { reason: 'next-release', until: null, untilReply: false }, 'postponed-without-end'],
  ['a moment that has come', { reason: 'next-release', until: now, untilReply: true }, 'moment-passed'],
])('edoc 9: postponing with %s', (_, asked, code) => {
  const decided = decidePostponement(regulation, asked, now);
  expect(decided.ok ? null : decided.refused.code).toBe(code);
});

const calendar = { add: (from: Instant, span: number) => (from + 2 * span) as Instant };
const given = { previous: null, note: null, now, calendar, clause: '2.6' };
test('initiative 2.6: a deadline is a moment, or a span of working time from now', () => {
  expect(decideDeadline({ kind: 'moment', at: later }, given)).toEqual({ ok: true, value: { dueAt: later } });
  expect(decideDeadline({ kind: 'working', minutes: 1 }, given)).toEqual({ ok: true, value: { dueAt: now + 120_000 } });
});

test.each([
  ['one that has passed', { kind: 'moment', at: now }, {}, 'moment-passed'],
  ['the same one', { kind: 'moment', at: later }, { previous: later, note: 'x' }, 'same-deadline'],
  [
    'a change without a reason',
    { kind: 'moment', at: later },
    { previous: 1_500_000, note: ' ' },
    'deadline-needs-reason',
  ],
  ['a change with one', { kind: 'moment', at: later }, { previous: 1_500_000, note: 'ждём' }, null],
] as const)('initiative 2.6: %s', (_, asked, more, code) => {
  const decided = decideDeadline(asked as never, { ...given, ...more } as typeof given);
  expect(decided.ok ? null : decided.refused.code).toBe(code);
});

test('what the regulation does not set out is refused, whatever the life cycle says', () => {
  expect(decideProvided(regulation, 'any', 'postpone').ok).toBe(true);
  expect(decideProvided(regulation, 'any', 'set-deadline')).toMatchObject({ refused: { code: 'not-in-regulation' } });
  expect(decideProvided(regulation, 'any', 'reply').ok).toBe(true);
});

const sessions: RemoteSessionRule = {
  clause: '2.8',
  kinds: ['failure'],
  tools: [{ id: 'anydesk', name: { ru: 'AnyDesk' } }],
  consents: [{ id: 'by-phone', name: { ru: 'По телефону' } }],
};
const session = {
  tool: 'anydesk',
  startedAt: (now - 60_000) as Instant,
  endedAt: now,
  consent: { by: ' Ольга ', how: 'by-phone' },
};
test.each([
  ['nobody’s consent', { consent: null }, 'session-without-consent'],
  ['a consent without a name', { consent: { by: ' ', how: 'by-phone' } }, 'session-without-consent'],
  ['an end before the start', { endedAt: (now - 60_001) as Instant }, 'session-ends-before-start'],
  ['an end that is still ahead', { endedAt: later }, 'session-in-future'],
  ['a tool that is not listed', { tool: 'telnet' }, 'unknown-choice'],
  ['a way to consent that is not listed', { consent: { by: 'Ольга', how: 'silence' } }, 'unknown-choice'],
])('ovk 2.8: a session with %s is refused', (_, more, code) => {
  const decided = decideSession(sessions, { ...session, ...more }, now);
  expect(decided).toMatchObject({ ok: false, refused: { code, clause: '2.8' } });
});
test('ovk 2.8: a session with tool, start, end and consent is recorded', () => {
  expect(decideSession(sessions, session, now)).toEqual({
    ok: true,
    value: { ...session, consent: { by: 'Ольга', how: 'by-phone' } },
  });
});

const diagnosis: DiagnosisRule = {
  clause: '13',
  steps: [
    { id: 'cause', name: { ru: 'Причина', kk: 'Себебі' }, choices: [] },
    { id: 'priority', name: { ru: 'Приоритет', kk: 'Басымдығы' }, choices: [{ id: 'high', name: { ru: 'Высокий' } }] },
    { id: 'action', name: { ru: 'Что сделано', kk: 'Не істелді' }, choices: [] },
  ],
  requires: new Map([['error', ['cause', 'priority']]]),
};
test('edoc 13: a step needs words, or a choice where the regulation gives choices', () => {
  const code = (step: string, choice: string | null, text: string | null) => {
    const decided = decideStep(diagnosis, { step, choice, text });
    return decided.ok ? null : decided.refused.code;
  };
  expect(code('cause', null, 'Истёк сертификат')).toBeNull();
  expect(code('cause', null, '  ')).toBe('diagnosis-incomplete');
  expect(code('priority', 'high', null)).toBeNull();
  expect(code('priority', 'urgent', 'x')).toBe('unknown-choice');
  expect(code('mood', null, 'x')).toBe('unknown-step');
});
test('edoc 13: what is missing is named in the reader’s language, and only kinds that need a diagnosis wait for it', () => {
  const given = { diagnosis, languages: ['ru', 'kk'] } as const;
  expect(decideDiagnosed(given, 'error', new Set(['action']))).toMatchObject({
    ok: false,
    refused: {
      clause: '13',
      data: { missing: ['cause', 'priority'] },
      sentence: { ru: expect.stringContaining('«Причина», «Приоритет»'), kk: expect.stringContaining('«Себебі»') },
    },
  });
  expect(decideDiagnosed(given, 'error', new Set(['cause', 'priority'])).ok).toBe(true);
  expect(decideDiagnosed(given, 'consultation', new Set()).ok).toBe(true);
});

const classes = {
  categories: new Map([
    ['consultation', { id: 'consultation', urgent: false }],
    ['error', { id: 'error', urgent: true }],
  ]),
  clientCategories: [{ id: 'user' }, { id: 'partner' }],
} as unknown as Regulation;
const current = { category: 'consultation', clientCategory: 'user', urgent: false };
test.each([
  ['a new category brings its urgency', { category: 'error' }, { ...current, category: 'error', urgent: true }],
  ['unless one is named', { category: 'error', urgent: false }, { ...current, category: 'error' }],
  ['the client alone', { clientCategory: 'partner' }, { ...current, clientCategory: 'partner' }],
  ['urgency alone', { urgent: true }, { ...current, urgent: true }],
])('edoc 3: classified anew: %s', (_, asked, after) => {
  expect(decideReclassified(classes, current, asked)).toEqual({ ok: true, value: after });
});
test.each([
  [{ category: 'poetry' }, 'unknown-category'],
  [{ clientCategory: 'poet' }, 'unknown-client-category'],
  [{ category: 'consultation' }, 'nothing-changes'],
])('edoc 3: %j is refused with %s', (asked, code) => {
  expect(decideReclassified(classes, current, asked)).toMatchObject({ refused: { code } });
});
