import type { Group, KnownGroup } from '@reglament/domain/question-groups';
import type { Tx } from '@reglament/platform/postgres';

/** Far more than managers look at; the groups asked last come first. */
const MOST_KNOWN = 5_000;
const ROWS_AT_ONCE = 5_000;

/** Changes of a tenant's question groups happen one after the other, so that their versions rise in the order of commits. */
export const lockQuestions = (tx: Tx): Promise<unknown> =>
  tx.sql("SELECT pg_advisory_xact_lock(hashtext('questions ' || $1))", [tx.tenant]);

/** The newest change of any group; what was worked out from older groups may no longer be true. */
export async function groupsVersion(tx: Tx): Promise<number> {
  const [row] = await tx.sql<{ version: number | null }>(
    'SELECT max(version) AS version FROM reporting.question_groups',
  );
  return row?.version ?? 0;
}

export interface StoredGroup extends Group {
  readonly kept: boolean;
}

/** Every group of the tenant, by its id. */
export async function readGroups(tx: Tx): Promise<ReadonlyMap<string, StoredGroup>> {
  const rows = await tx.sql<{
    group_id: string;
    name: string;
    own_name: string | null;
    hidden: boolean;
    merged_into: string | null;
    kept: boolean;
  }>('SELECT group_id, name, own_name, hidden, merged_into, kept FROM reporting.question_groups ORDER BY group_id');
  return new Map(
    rows.map((row) => [
      row.group_id,
      {
        id: row.group_id,
        name: row.name,
        ownName: row.own_name,
        hidden: row.hidden,
        mergedInto: row.merged_into,
        kept: row.kept,
      },
    ]),
  );
}

/** What the groups of a month are found by. */
export interface Remembered {
  /** Groups that are there whatever this month asks, by what they were in the months before it, or after where there is none before. */
  readonly known: readonly KnownGroup[];
  /** Groups that exist by this month alone and that no manager touched, by their members: they are made anew with the same ids. */
  readonly own: ReadonlyMap<string, readonly string[]>;
}

export async function readRemembered(tx: Tx, month: string): Promise<Remembered> {
  const rows = await tx.sql<{ group_id: string; texts: string[]; is_own: boolean }>(
    `SELECT DISTINCT ON (group_id) group_id, texts,
            (month = $1 AND NOT kept) AS is_own
       FROM reporting.question_memory JOIN reporting.question_groups USING (tenant, group_id)
      ORDER BY group_id, (month < $1) DESC, (month > $1) DESC,
               CASE WHEN month < $1 THEN $1::date - month ELSE month - $1::date END`,
    [month],
  );
  const known = rows.filter(({ is_own }) => !is_own).map(({ group_id: id, texts }) => ({ id, texts }));
  const own = rows.filter(({ is_own }) => is_own).map(({ group_id }) => group_id);
  const members = await tx.sql<{ group_id: string; request_id: string }>(
    'SELECT group_id, request_id FROM reporting.question_members WHERE group_id = ANY($1::uuid[])',
    [own],
  );
  const byGroup = Map.groupBy(members, ({ group_id }) => group_id);
  return {
    known: known.slice(0, MOST_KNOWN),
    own: new Map(own.map((id) => [id, (byGroup.get(id) ?? []).map(({ request_id }) => request_id)])),
  };
}

export interface NewGroup {
  readonly id: string;
  readonly name: string;
}

/** Adds groups, and names anew those that exist by this month alone. */
export async function writeGroups(tx: Tx, tenant: string, month: string, groups: readonly NewGroup[]): Promise<void> {
  await tx.sql(
    `INSERT INTO reporting.question_groups (tenant, group_id, name, first_month, version)
     SELECT $1, group_id, name, $2, nextval('reporting.question_versions')
       FROM unnest($3::uuid[], $4::text[]) AS made (group_id, name)
     ON CONFLICT (tenant, group_id) DO UPDATE SET name = excluded.name, version = excluded.version
      WHERE reporting.question_groups.name <> excluded.name`,
    [tenant, month, groups.map(({ id }) => id), groups.map(({ name }) => name)],
  );
}

/** Takes out groups that existed by a month alone and are no more. */
export const removeGroups = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx.sql('DELETE FROM reporting.question_groups WHERE group_id = ANY($1::uuid[])', [ids]);

/** What each group is typically in this month; groups that are not named are not remembered by it. */
export async function writeMemory(
  tx: Tx,
  tenant: string,
  month: string,
  texts: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  await tx.sql('DELETE FROM reporting.question_memory WHERE month = $1 AND NOT group_id = ANY($2::uuid[])', [
    month,
    [...texts.keys()],
  ]);
  await tx.sql(
    `INSERT INTO reporting.question_memory (tenant, group_id, month, texts)
     SELECT $1, group_id, $2, texts FROM unnest($3::uuid[], $4::jsonb[]) AS typical (group_id, texts)
     ON CONFLICT (tenant, group_id, month) DO UPDATE SET texts = excluded.texts`,
    [tenant, month, [...texts.keys()], [...texts.values()].map((list) => JSON.stringify(list))],
  );
}

/** Says which group each request is in; where a manager has put it stays, and what is the same already is no change. */
export async function writeMembers(
  tx: Tx,
  tenant: string,
  month: string,
  groupOf: readonly (readonly [requestId: string, groupId: string | null])[],
): Promise<void> {
  for (let from = 0; from < groupOf.length; from += ROWS_AT_ONCE) {
    const rows = groupOf.slice(from, from + ROWS_AT_ONCE);
    await tx.sql(
      `INSERT INTO reporting.question_members AS m (tenant, request_id, month, group_id, version)
       SELECT $1, request_id, $2, group_id, nextval('reporting.question_versions')
         FROM unnest($3::uuid[], $4::uuid[]) AS placed (request_id, group_id)
       ON CONFLICT (tenant, request_id) DO UPDATE
          SET month = excluded.month, group_id = excluded.group_id, version = excluded.version
        WHERE NOT m.pinned AND (m.month, m.group_id) IS DISTINCT FROM (excluded.month, excluded.group_id)`,
      [tenant, month, rows.map(([id]) => id), rows.map(([, group]) => group)],
    );
  }
}
