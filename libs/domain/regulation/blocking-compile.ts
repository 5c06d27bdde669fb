import type { BlockingRule } from './blocking-types.ts';
import type { Draft } from './draft.ts';
import type { Path } from './source.ts';
import { parseDuration } from './values.ts';

const DAY = 86_400_000;
/** A block is for a term: longer than a year nobody remembers what for. */
const MOST_DAYS = 366;

/** What the regulation says of blocking requesters; null where nobody may be blocked. */
export function compileBlocking(draft: Draft): { readonly blocking: BlockingRule | null } {
  const entry = draft.file.blocking;
  if (entry === undefined) return { blocking: null };
  const grounds = Object.entries(entry.grounds);
  if (grounds.length === 0) draft.mistake(['blocking', 'grounds'], 'blockWithoutGround');
  if (entry.terms.length === 0) draft.mistake(['blocking', 'terms'], 'blockWithoutTerm');
  const terms = entry.terms.map((term, i) => daysOf(draft, term, ['blocking', 'terms', i]));
  const twice = entry.terms.findIndex((_, i) => terms.indexOf(terms[i] ?? 0) !== i);
  const term = entry.terms[twice];
  if (term !== undefined) draft.mistake(['blocking', 'terms', twice], 'termTwice', { term });
  return {
    blocking: {
      clause: entry.clause,
      grounds: grounds.map(([id, { name, clause }]) => ({
        id,
        clause,
        name: draft.text(name, ['blocking', 'grounds', id, 'name']),
      })),
      terms: terms.toSorted((a, b) => a - b),
      appealDays: daysOf(draft, entry.appeal.within, ['blocking', 'appeal', 'within']),
    },
  };
}

function daysOf(draft: Draft, written: string, path: Path): number {
  const span = parseDuration(written);
  const days = span?.unit === 'ms' ? span.ms / DAY : Number.NaN;
  if (!Number.isInteger(days)) draft.mistake(path, 'blockNotInDays');
  else if (days > MOST_DAYS) draft.mistake(path, 'blockTooLong', { days: MOST_DAYS });
  return days;
}
