import type { CallRule } from '../regulation/types.ts';
import { type CallOutcome, decideCall } from './index.ts';

const rule: CallRule = {
  clause: '2.9',
  repeatAfter: 30 * 60_000,
  attempts: 3,
  unanswered: ['no-answer', 'busy', 'switched-off'],
  reason: 'unreachable',
};

test.each<[readonly CallOutcome[], CallOutcome, number, string | null]>([
  [[], 'no-answer', 1, null],
  [['no-answer'], 'busy', 2, null],
  [['no-answer', 'busy'], 'switched-off', 3, 'unreachable'],
  [['no-answer', 'busy'], 'answered', 3, null],
  [['no-answer', 'wrong-number'], 'no-answer', 3, null],
  [['no-answer', 'wrong-number', 'no-answer'], 'no-answer', 4, 'unreachable'],
])('ovk 2.9: after %j the outcome "%s" is attempt %i and cancels for %j', (earlier, outcome, attempt, cancelFor) => {
  expect(decideCall(earlier, outcome, rule)).toEqual({ attempt, cancelFor });
});

test('a hotline without a rule for calls never cancels because of one', () => {
  expect(decideCall(Array<CallOutcome>(20).fill('no-answer'), 'no-answer', null)).toEqual({
    attempt: 21,
    cancelFor: null,
  });
});
