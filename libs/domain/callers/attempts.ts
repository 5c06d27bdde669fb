import type { VerificationRule } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';

/** Wrong answers given from one number, and when the last of them was. */
export interface Tries {
  readonly failed: number;
  readonly lastAt: Instant;
}

/** How a number stands: so many attempts are left, or until when it waits. */
export interface Standing {
  readonly left: number;
  readonly lockedUntil: Instant | null;
}

/** Wrong answers are forgotten once as much time has passed as a lock lasts. */
const remembered = (rule: VerificationRule, tries: Tries | null, now: Instant): number =>
  tries === null || now >= tries.lastAt + rule.lockout ? 0 : tries.failed;

/** What a number may still try at `now`; the same for a number that belongs to nobody. */
export function standingOf(rule: VerificationRule, tries: Tries | null, now: Instant): Standing {
  const left = Math.max(0, rule.maxAttempts - remembered(rule, tries, now));
  const until = left === 0 && tries !== null ? ((tries.lastAt + rule.lockout) as Instant) : null;
  return { left, lockedUntil: until };
}

/**
 * Takes one attempt before the answers are looked at, so that answers given at once count one by one and a process that
 * dies meanwhile has given none away. @returns null where the number is locked
 */
export function takeAttempt(rule: VerificationRule, tries: Tries | null, now: Instant): Tries | null {
  if (standingOf(rule, tries, now).left === 0) return null;
  return { failed: remembered(rule, tries, now) + 1, lastAt: now };
}
