import { type Change, type EditKind, type Group, shownAs } from '@reglament/domain/question-groups';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** How many edits are listed: a manager takes back what was done lately. */
const LONGEST_LIST = 50;

export interface StoredEdit {
  readonly editId: string;
  readonly kind: EditKind;
  readonly groupId: string;
  readonly otherId: string | null;
  readonly changes: readonly Change[];
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly undoneAt: Instant | null;
  readonly undoneBy: string | null;
}

const COLUMNS = `edit_id AS "editId", kind, group_id AS "groupId", other_id AS "otherId", changes, made_at AS "madeAt", made_by AS "madeBy",
  undone_at AS "undoneAt", undone_by AS "undoneBy"`;

/** The latest first. */
export const listEdits = (tx: Tx): Promise<readonly StoredEdit[]> =>
  tx.sql<StoredEdit>(
    `SELECT ${COLUMNS} FROM reporting.question_edits ORDER BY made_at DESC, edit_id DESC LIMIT ${LONGEST_LIST}`,
  );

export async function readEdit(tx: Tx, editId: string): Promise<StoredEdit | undefined> {
  const [edit] = await tx.sql<StoredEdit>(`SELECT ${COLUMNS} FROM reporting.question_edits WHERE edit_id = $1`, [
    editId,
  ]);
  return edit;
}

export const insertEdit = (
  tx: Tx,
  tenant: string,
  edit: Omit<StoredEdit, 'undoneAt' | 'undoneBy'> & { readonly madeById: string },
): Promise<unknown> =>
  tx.sql(
    `INSERT INTO reporting.question_edits (tenant, edit_id, kind, group_id, other_id, changes, made_at, made_by_id, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tenant,
      edit.editId,
      edit.kind,
      edit.groupId,
      edit.otherId,
      JSON.stringify(edit.changes),
      timestamp(edit.madeAt),
      edit.madeById,
      edit.madeBy,
    ],
  );

export const markUndone = (tx: Tx, editId: string, by: string, now: Instant): Promise<unknown> =>
  tx.sql('UPDATE reporting.question_edits SET undone_at = $2, undone_by = $3 WHERE edit_id = $1', [
    editId,
    timestamp(now),
    by,
  ]);

/** Puts the groups' new faces down, and numbers every group that is shown otherwise from now on, so that its copy is made anew. */
export async function writeFaces(
  tx: Tx,
  groups: ReadonlyMap<string, Group>,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Group>> {
  const after = new Map(groups);
  for (const { groupId, after: face } of changes) {
    const group = groups.get(groupId);
    if (group !== undefined) after.set(groupId, { ...group, ...face });
    await tx.sql(
      'UPDATE reporting.question_groups SET own_name = $2, hidden = $3, merged_into = $4, kept = true WHERE group_id = $1',
      [groupId, face.ownName, face.hidden, face.mergedInto],
    );
  }
  const targets = changes.flatMap(({ before, after: face }) => [before.mergedInto, face.mergedInto]);
  await keepGroups(
    tx,
    targets.filter((id) => id !== null),
  );
  const looks = (all: ReadonlyMap<string, Group>, id: string): string => {
    const shown = all.get(shownAs(all, id));
    return JSON.stringify([shown?.id, shown?.ownName ?? shown?.name, shown?.hidden]);
  };
  const touched = [...after.keys()].filter((id) => looks(groups, id) !== looks(after, id));
  await tx.sql(
    `UPDATE reporting.question_groups SET version = nextval('reporting.question_versions') WHERE group_id = ANY($1::uuid[])`,
    [touched],
  );
  return after;
}

/** A manager relies on these groups: they stay when their month is grouped once more. */
export const keepGroups = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx.sql('UPDATE reporting.question_groups SET kept = true WHERE group_id = ANY($1::uuid[])', [ids]);
