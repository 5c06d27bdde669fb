import type { Draft } from './draft.ts';
import type { DisclosureRule } from './types.ts';

/** Null where nobody may demand a package. */
export function compileDisclosure(draft: Draft): { readonly disclosure: DisclosureRule | null } {
  const entry = draft.file.disclosure;
  if (entry === undefined) return { disclosure: null };
  const name = draft.text(entry.to.name, ['disclosure', 'to', 'name']);
  return { disclosure: { clause: entry.clause, name, role: entry.to.role } };
}
