import type { Draft } from './draft.ts';
import type { VerificationRule } from './types.ts';
import { parseDuration } from './values.ts';

/** How callers are verified, or null where the regulation asks nobody who they are. */
export function compileVerification(draft: Draft): VerificationRule | null {
  const { verification: entry } = draft.file;
  if (entry === undefined) return null;
  const lockout = parseDuration(entry.lockout);
  return {
    clause: entry.clause,
    asks: draft.named(entry.asks, ['verification', 'asks']),
    secret: entry.secret,
    maxAttempts: Number(entry.maxAttempts),
    lockout: lockout?.unit === 'ms' ? lockout.ms : 0,
    covers: entry.covers,
    otherwise: draft.text(entry.otherwise, ['verification', 'otherwise']),
  };
}

/** What would verify nobody, or anybody. */
export function checkVerification(draft: Draft): void {
  const { verification: entry, categories, channels } = draft.file;
  if (entry === undefined) return;
  const at = (...steps: string[]) => ['verification', ...steps];
  draft.refer(entry.secret, entry.asks, 'question', at('secret'));
  if (Object.keys(entry.asks).length < 2) draft.mistake(at('asks'), 'askedTooLittle');
  if (Number(entry.maxAttempts) < 1) draft.mistake(at('maxAttempts'), 'noAttempt');
  if (parseDuration(entry.lockout)?.unit !== 'ms') draft.mistake(at('lockout'), 'lockWithoutSpan');
  if (channels.phone?.open !== true) draft.mistake(at(), 'callersWithoutCalls');
  for (const name of entry.covers) {
    draft.refer(name, categories, 'category', at('covers'));
    if (categories[name]?.outOfScope !== undefined) draft.mistake(at('covers'), 'coversOutOfScope', { id: name });
  }
}
