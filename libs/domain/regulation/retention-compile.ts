import type { Draft } from './draft.ts';
import type { RetentionRule } from './retention-shape.ts';

/** A closed request may be reopened, and who was not content writes within a month: sooner there is nothing to answer them from. */
const LEAST = 30;

/** What the regulation says of keeping personal data; null where it names no term, and they are kept until somebody asks. */
export function compileRetention(draft: Draft): { readonly retention: RetentionRule | null } {
  const rule = draft.file.retention;
  if (rule === undefined) return { retention: null };
  const days = Number(rule.days);
  if (days < LEAST) {
    draft.mistake(['retention', 'days'], 'keptTooShort', { days: LEAST });
  }
  return { retention: { clause: rule.clause ?? null, days } };
}
