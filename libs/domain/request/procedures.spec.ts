import type { Regulation } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { decideDeadline, decidePostponement, decideProvided } from './index.ts';

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
