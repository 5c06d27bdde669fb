import { parseDocument } from 'yaml';

/** A value of a regulation's text put in place of another: `clocks.answer.within` → `20 min`. */
export interface TextChange {
  /** The way to the value, key by key; a key may hold a dot, as clause numbers do. */
  readonly at: readonly string[];
  /** The new value; null takes it out. */
  readonly to: string | null;
}

/**
 * The text of a regulation with some values changed and everything else, comments too, as it was.
 * What the values mean is not checked here: the result is read like any other draft.
 * @returns the text, or the way that leads nowhere: it goes through something that is a plain value
 */
export function changeText(
  text: string,
  changes: readonly TextChange[],
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly at: readonly string[] } {
  // Untouched, its lines are those that its author sees.
  if (changes.length === 0) return { ok: true, text };
  const doc = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  for (const { at, to } of changes) {
    try {
      if (to === null) doc.deleteIn(at);
      else doc.setIn(at, to);
    } catch {
      return { ok: false, at };
    }
  }
  return { ok: true, text: doc.toString({ lineWidth: 0 }) };
}
