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
  if (Object.keys(entry.asks).length < 2)
    draft.mistake(at('asks'), 'A caller is asked who they are and for the secret: `asks` needs at least two.');
  if (Number(entry.maxAttempts) < 1) draft.mistake(at('maxAttempts'), 'Nobody can be verified without an attempt.');
  if (parseDuration(entry.lockout)?.unit !== 'ms')
    draft.mistake(at('lockout'), 'A number is locked for a plain span, such as `30 min`.');
  if (channels.phone?.open !== true)
    draft.mistake(at(), 'Callers are verified, and the channel `phone` takes no calls.');
  for (const name of entry.covers) {
    draft.refer(name, categories, 'category', at('covers'));
    if (categories[name]?.outOfScope !== undefined)
      draft.mistake(at('covers'), `\`${name}\` is out of scope: it is declined to everybody, verified or not.`);
  }
}
