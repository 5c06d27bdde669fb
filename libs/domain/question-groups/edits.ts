import type { EditRefusal } from './sentences.ts';

/** What a manager can say about a group; the rest is the platform's. */
export interface Face {
  /** The manager's own name for it; null: the most typical question. */
  readonly ownName: string | null;
  readonly hidden: boolean;
  /** The group that it is counted with; null: it stands for itself. */
  readonly mergedInto: string | null;
}

export interface Group extends Face {
  readonly id: string;
  readonly name: string;
}

export type Edit =
  | { readonly kind: 'merge'; readonly groupId: string; readonly into: string }
  | { readonly kind: 'rename'; readonly groupId: string; readonly name: string | null }
  | { readonly kind: 'hide' | 'show'; readonly groupId: string };
export type EditKind = Edit['kind'] | 'split';

/** One group's face before and after: all that an undo needs. */
export interface Change {
  readonly groupId: string;
  readonly before: Face;
  readonly after: Face;
}

export interface MadeEdit {
  readonly changes: readonly Change[];
  readonly isUndone: boolean;
}

type Groups = ReadonlyMap<string, Group>;

/** The group under which this one is counted and shown. */
export function shownAs(groups: Groups, id: string): string {
  let at = id;
  // As many steps as there are groups: merging refuses circles, so this is only the bound.
  for (let steps = groups.size; steps > 0; steps -= 1) {
    const next = groups.get(at)?.mergedInto ?? null;
    if (next === null) return at;
    at = next;
  }
  return at;
}

export const faceOf = ({ ownName, hidden, mergedInto }: Face): Face => ({ ownName, hidden, mergedInto });
const isSame = (a: Face, b: Face): boolean =>
  a.ownName === b.ownName && a.hidden === b.hidden && a.mergedInto === b.mergedInto;

export type EditDecision<T = readonly Change[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: EditRefusal };
const allow = <T>(value: T): EditDecision<T> => ({ ok: true, value });
export const refuseEdit = (code: EditRefusal) => ({ ok: false, code }) as const;

/** Whether a manager's edit can be made, and what it changes. A group that was merged is edited where it is shown. */
export function decideEdit(groups: Groups, edit: Edit): EditDecision {
  const group = groups.get(shownAs(groups, edit.groupId));
  if (group === undefined) return refuseEdit('unknown-group');
  const before = faceOf(group);
  const change = (after: Face): EditDecision =>
    isSame(before, after) ? refuseEdit('nothing-changes') : allow([{ groupId: group.id, before, after }]);
  switch (edit.kind) {
    case 'rename':
      return change({ ...before, ownName: edit.name === group.name ? null : edit.name });
    case 'hide':
    case 'show':
      return change({ ...before, hidden: edit.kind === 'hide' });
    case 'merge': {
      const into = groups.get(shownAs(groups, edit.into));
      if (into === undefined) return refuseEdit('unknown-group');
      if (into.id === group.id) return refuseEdit('same-group');
      return change({ ...before, mergedInto: into.id });
    }
  }
}

/** What takes an edit back: only as long as nobody has touched its groups since, so that no later edit is lost unseen. */
export function decideUndo(groups: Groups, edit: MadeEdit): EditDecision {
  if (edit.isUndone) return refuseEdit('already-undone');
  const isTouched = edit.changes.some(({ groupId, after }) => {
    const group = groups.get(groupId);
    return group === undefined || !isSame(faceOf(group), after);
  });
  if (isTouched) return refuseEdit('edited-since');
  return allow(edit.changes.map(({ groupId, before, after }) => ({ groupId, before: after, after: before })));
}
