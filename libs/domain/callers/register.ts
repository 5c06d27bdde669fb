import type { VerificationRule } from '../regulation/types.ts';
import { type Answers, normaliseAnswer, unanswered } from './answers.ts';

/** Letters and digits that a secret needs at least, as it is compared: fewer are guessed within the attempts. */
const SHORTEST_SECRET = 6;

/** What is wrong with a profile, by the answer's id. */
export interface ProfileFault {
  readonly field: string;
  readonly rule: 'required' | 'too-short' | 'says-the-name' | 'unknown';
}

/** A profile needs every answer, a secret of some length, and one that does not repeat another answer. */
export function profileFaults(rule: VerificationRule, answers: Answers): ProfileFault[] {
  const missing = unanswered(rule, answers).map((field) => ({ field, rule: 'required' as const }));
  const unknown = Object.keys(answers)
    .filter((field) => !rule.asks.some(({ id }) => id === field))
    .map((field) => ({ field, rule: 'unknown' as const }));
  const weak = missing.some(({ field }) => field === rule.secret) ? [] : secretFaults(rule, answers);
  return [...missing, ...unknown, ...weak];
}

function secretFaults(rule: VerificationRule, answers: Answers): ProfileFault[] {
  const secret = normaliseAnswer(answers[rule.secret] ?? '');
  if (secret.replaceAll(' ', '').length < SHORTEST_SECRET) return [{ field: rule.secret, rule: 'too-short' }];
  const others = rule.asks.filter(({ id }) => id !== rule.secret).map(({ id }) => normaliseAnswer(answers[id] ?? ''));
  const said = new Set(others.flatMap((other) => other.split(' ')));
  const onlyTheName = secret.split(' ').every((word) => said.has(word));
  return onlyTheName ? [{ field: rule.secret, rule: 'says-the-name' }] : [];
}
