import { regulationOf } from '@reglament/testing/regulations';
import fc from 'fast-check';
import type { VerificationRule } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { normaliseAnswer, profileFaults, sameAnswers, standingOf, type Tries, takeAttempt } from './index.ts';

const rule = regulationOf('kuty').verification as VerificationRule;
const profile = { surname: 'Кравець-Ковальчук', 'first-name': 'Дар’я' };
const minutes = 60_000;
const at = (minute: number) => (1_800_000_000_000 + minute * minutes) as Instant;

test.each([
  ['кравець ковальчук', 'ДАР’Я', true],
  [' Кравець–Ковальчук ', "Дар'я", true],
  ['Кравець-Ковальчук', 'Даря', true],
  ['Кравець', 'Дар’я', false],
  ['Кравець-Ковальчук', 'Марія', false],
  ['', 'Дар’я', false],
  ['«…»', 'Дар’я', false],
])('kuty terms: %s %s: answers are compared as they are heard', (surname, firstName, same) => {
  expect(sameAnswers(rule, profile, { surname, 'first-name': firstName })).toBe(same);
});

test('kuty terms: a profile without an answer is nobody’s, also to who says nothing', () => {
  expect(sameAnswers(rule, { surname: 'Ткач' }, { surname: 'Ткач' })).toBe(false);
});

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(normaliseAnswer(normaliseAnswer(text))).toBe(normaliseAnswer(text));
    }),
  );
});

test.each([
  [{ ...profile, 'key-phrase': 'вишневий сад 7' }, []],
  [{ ...profile, 'key-phrase': 'сад' }, ['key-phrase too-short']],
  [{ ...profile, 'key-phrase': 'Дар’я Кравець' }, ['key-phrase says-the-name']],
  [{ ...profile, 'key-phrase': ' … ' }, ['key-phrase required']],
  [{ surname: 'Ткач', 'key-phrase': 'вишневий сад' }, ['first-name required']],
  [{ ...profile, 'key-phrase': 'вишневий сад', age: '7' }, ['age unknown']],
])('kuty 2.2: a profile is complete and its phrase hard to guess: %j', (answers, faults) => {
  expect(profileFaults(rule, answers).map((fault) => `${fault.field} ${fault.rule}`)).toEqual(faults);
});

test('kuty 2.2: the third wrong answer locks the number for half an hour, whoever it belongs to', () => {
  let tries: Tries | null = null;
  for (const [minute, left] of [
    [0, 2],
    [1, 1],
    [2, 0],
  ] as const) {
    tries = takeAttempt(rule, tries, at(minute));
    expect(standingOf(rule, tries, at(minute)).left).toBe(left);
  }
  expect(standingOf(rule, tries, at(3)).lockedUntil).toBe(at(32));
  expect(takeAttempt(rule, tries, at(31))).toBeNull();
  expect(standingOf(rule, tries, at(32))).toEqual({ left: 3, lockedUntil: null });
  expect(takeAttempt(rule, tries, at(32))).toEqual({ failed: 1, lastAt: at(32) });
});

test('kuty 2.2: however the attempts fall, no half hour holds more than three of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (pauses) => {
      let tries: Tries | null = null;
      let minute = 0;
      const taken: number[] = [];
      for (const pause of pauses) {
        minute += pause;
        const next = takeAttempt(rule, tries, at(minute));
        if (next === null) continue;
        tries = next;
        taken.push(minute);
      }
      for (const [i, minuteOf] of taken.entries()) {
        const third = taken[i + rule.maxAttempts];
        if (third !== undefined) expect(third - minuteOf).toBeGreaterThanOrEqual(30);
      }
    }),
    { numRuns: 10_000 },
  );
});
