import type { CallRule } from '../regulation/types.ts';
import { type CallOutcome, decideCall } from './index.ts';

const rule: CallRule = {
  clause: '2.9',
  repeatAfter: 30 * 60_000,
  attempts: 3,
  unanswered: ['no-answer', 'busy', 'switched-off'],
  reason: 'unreachable',
  wrongNumber: { clause: '2.9', ask: { ru: 'Какой номер?' } },
};

test.each<[readonly CallOutcome[], CallOutcome, number, string | null]>([
  [[], 'no-answer', 1, null],
  [['no-answer'], 'busy', 2, null],
  [['no-answer', 'busy'], 'switched-off', 3, 'unreachable'],
  [['no-answer', 'busy'], 'answered', 3, null],
  [['no-answer', 'wrong-number'], 'no-answer', 3, null],
  [['no-answer', 'wrong-number', 'no-answer'], 'no-answer', 4, 'unreachable'],
])('ovk 2.9: after %j the outcome "%s" is attempt %i and cancels for %j', (earlier, outcome, attempt, cancelFor) => {
  expect(decideCall(earlier, outcome, rule)).toMatchObject({ attempt, cancelFor });
});

test('a hotline without a rule for calls never cancels because of one', () => {
  expect(decideCall(Array<CallOutcome>(20).fill('no-answer'), 'no-answer', null)).toMatchObject({
    attempt: 21,
    cancelFor: null,
  });
});

test('ovk 2.9: a wrong number counts for nothing, and another one is asked for in the words of the regulation', () => {
  const ask = rule.wrongNumber?.ask;
  expect(decideCall(['no-answer', 'busy'], 'wrong-number', rule)).toEqual({ attempt: 3, cancelFor: null, ask });
  expect(decideCall([], 'wrong-number', { ...rule, wrongNumber: null })).toMatchObject({ ask: null });
});
