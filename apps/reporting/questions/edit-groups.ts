import {
  type Change,
  decideEdit,
  decideUndo,
  type Edit,
  type EditDecision,
  type EditKind,
  type EditRefusal,
  type Group,
  shownAs,
} from '@reglament/domain/question-groups';
import type { Principal } from '@reglament/platform/auth';
import type { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import type { Database, Tx } from '@reglament/platform/postgres';
import type { CopyQuestions } from './copy.ts';
import { insertEdit, markUndone, readEdit, writeFaces } from './edits-store.ts';
import { lockQuestions, readGroups } from './store.ts';
import { asShown } from './text.ts';

export type Edited =
  | { readonly ok: true; readonly editId: string }
  | { readonly ok: false; readonly code: EditRefusal };

/** Who edits: the signed credential's person. */
export type Editor = Pick<Principal, 'tenant' | 'subject' | 'name'>;

/** What managers make of groups: load, decide, save and say, in one transaction; then the copy is brought up to date. */
export class EditGroups {
  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly copies: CopyQuestions,
  ) {}

  async edit(by: Editor, asked: Edit): Promise<Edited> {
    // A name is shown to everybody, like a question: it must not hold a person's data either.
    const edit = asked.kind === 'rename' && asked.name !== null ? { ...asked, name: asShown(asked.name) } : asked;
    const edited = await this.database.tenant(by.tenant, async (tx): Promise<Edited> => {
      await lockQuestions(tx);
      const groups = await readGroups(tx);
      const decided = decideEdit(groups, edit);
      if (!decided.ok) return decided;
      const groupId = shownAs(groups, edit.groupId);
      const otherId = edit.kind === 'merge' ? shownAs(groups, edit.into) : null;
      return {
        ok: true,
        editId: await this.record(tx, by, { kind: edit.kind, groupId, otherId }, groups, decided.value),
      };
    });
    await this.copies.copySoon(by.tenant);
    return edited;
  }

  async undo(by: Editor, editId: string): Promise<Edited> {
    const edited = await this.database.tenant(by.tenant, async (tx): Promise<Edited> => {
      await lockQuestions(tx);
      const edit = await readEdit(tx, editId);
      if (edit === undefined) return { ok: false, code: 'unknown-edit' };
      const groups = await readGroups(tx);
      const decided: EditDecision = decideUndo(groups, { changes: edit.changes, isUndone: edit.undoneAt !== null });
      if (!decided.ok) return decided;
      const after = await writeFaces(tx, groups, decided.value);
      const now = this.clock.now();
      await markUndone(tx, editId, by.name, now);
      this.say(tx, by, edit, after, true);
      return { ok: true, editId };
    });
    await this.copies.copySoon(by.tenant);
    return edited;
  }

  /** Saves an edit that was decided, keeps it on the record and says it. @returns its id */
  async record(
    tx: Tx,
    by: Editor,
    edit: { readonly kind: EditKind; readonly groupId: string; readonly otherId: string | null },
    groups: ReadonlyMap<string, Group>,
    changes: readonly Change[],
  ): Promise<string> {
    const editId = newId();
    const after = await writeFaces(tx, groups, changes);
    const made = { editId, ...edit, changes, madeAt: this.clock.now(), madeBy: by.name, madeById: by.subject };
    await insertEdit(tx, by.tenant, made);
    this.say(tx, by, { editId, ...edit }, after, false);
    return editId;
  }

  private say(
    tx: Tx,
    by: Editor,
    edit: {
      readonly editId: string;
      readonly kind: EditKind;
      readonly groupId: string;
      readonly otherId: string | null;
    },
    groups: ReadonlyMap<string, Group>,
    undone: boolean,
  ): void {
    const group = groups.get(edit.groupId);
    tx.append('question-group.changed.v1', {
      subjectId: edit.groupId,
      occurredAt: this.clock.now(),
      payload: {
        editId: edit.editId,
        groupId: edit.groupId,
        change: edit.kind,
        undone,
        otherGroupId: edit.otherId,
        name: group?.ownName ?? group?.name ?? '',
        by: { kind: 'staff', id: by.subject, name: by.name },
      },
    });
  }
}
