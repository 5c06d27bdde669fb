import { rememberedBy, shownAs } from '@reglament/domain/question-groups';
import type { Instant } from '@reglament/domain/time';
import type { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import type { Database, Tx } from '@reglament/platform/postgres';
import type { Archive } from '../statistics/archive.ts';
import { textsOf } from '../statistics/question-queries.ts';
import type { CopyQuestions } from './copy.ts';
import type { Edited, EditGroups, Editor } from './edit-groups.ts';
import { keepGroups } from './edits-store.ts';
import { askForMonth } from './months.ts';
import { lockQuestions, readGroups } from './store.ts';
import { asShown } from './text.ts';

export interface AskedSplit {
  readonly groupId: string;
  /** The requests that ask something else; at most 500. */
  readonly requestIds: readonly string[];
  /** A name for the new group; null: its most typical question. */
  readonly name: string | null;
  /** The period in which they were received, `[from, to)`. */
  readonly from: Instant;
  readonly to: Instant;
  readonly timeZone: string;
}

/**
 * Parts a group: the requests that were ticked become a group of their own, which remembers their questions while the old one forgets them.
 * Their months are then grouped anew, so that other requests which ask the same follow, in this month and in every later one.
 */
export class SplitGroup {
  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly archive: Archive,
    private readonly edits: EditGroups,
    private readonly copies: CopyQuestions,
  ) {}

  async split(by: Editor, asked: AskedSplit): Promise<Edited> {
    const { tenant } = by;
    const span = { from: new Date(asked.from), to: new Date(asked.to), zone: asked.timeZone };
    const rows = await this.archive.ask(tenant, textsOf, { ...span, ids: [...asked.requestIds] });
    const texts = rows.map(({ question }) => asShown(question)).filter((text) => text !== '');
    const edited = await this.database.tenant(tenant, async (tx): Promise<Edited> => {
      await lockQuestions(tx);
      const before = await readGroups(tx);
      const shown = shownAs(before, asked.groupId);
      if (!before.has(shown)) return { ok: false, code: 'unknown-group' };
      const parts = [...before.keys()].filter((id) => shownAs(before, id) === shown);
      const months = await monthsOfTicked(tx, parts, asked.requestIds);
      if (months === null || texts.length === 0) return { ok: false, code: 'nothing-to-split' };
      const newGroup = newId();
      const typical = rememberedBy(texts);
      const name = typical[0] ?? '';
      await makeGroup(tx, tenant, { id: newGroup, name, into: shown, months, typical });
      await forget(tx, parts, texts);
      await moveMembers(tx, newGroup, asked.requestIds);
      await keepGroups(tx, [shown, newGroup]);
      const ownName = asked.name === null || asked.name === name ? null : asShown(asked.name);
      const face = { ownName: null, hidden: false, mergedInto: shown };
      const changes = [{ groupId: newGroup, before: face, after: { ...face, ownName, mergedInto: null } }];
      const edit = { kind: 'split' as const, groupId: shown, otherId: newGroup };
      const editId = await this.edits.record(tx, by, edit, await readGroups(tx), changes);
      for (const month of months) await askForMonth(tx, tenant, month, this.clock.now());
      return { ok: true, editId };
    });
    await this.copies.copySoon(tenant);
    return edited;
  }
}

/** The months of the ticked requests, or null when they are not a true part of the group: some of it, and not all. */
async function monthsOfTicked(
  tx: Tx,
  parts: readonly string[],
  requestIds: readonly string[],
): Promise<readonly string[] | null> {
  const [count] = await tx.sql<{ all: number; ticked: number }>(
    `SELECT count(*) AS all, count(*) FILTER (WHERE request_id = ANY($2::uuid[])) AS ticked
       FROM reporting.question_members WHERE group_id = ANY($1::uuid[])`,
    [parts, requestIds],
  );
  const ticked = new Set(requestIds).size;
  if (count === undefined || ticked === 0 || count.ticked !== ticked || count.all === ticked) return null;
  const rows = await tx.sql<{ month: string }>(
    'SELECT DISTINCT month FROM reporting.question_members WHERE request_id = ANY($1::uuid[]) ORDER BY month',
    [requestIds],
  );
  return rows.map(({ month }) => month);
}

/** A group that stands under the old one until the edit takes it out: so taking the edit back puts it there again. */
async function makeGroup(
  tx: Tx,
  tenant: string,
  made: {
    readonly id: string;
    readonly name: string;
    readonly into: string;
    readonly months: readonly string[];
    readonly typical: readonly string[];
  },
): Promise<void> {
  await tx.sql(
    `INSERT INTO reporting.question_groups (tenant, group_id, name, merged_into, kept, first_month, version)
     VALUES ($1, $2, $3, $4, true, $5, nextval('reporting.question_versions'))`,
    [tenant, made.id, made.name, made.into, made.months[0]],
  );
  await tx.sql(
    `INSERT INTO reporting.question_memory (tenant, group_id, month, texts)
     SELECT $1, $2, month, $4::jsonb FROM unnest($3::date[]) AS month`,
    [tenant, made.id, made.months, JSON.stringify(made.typical)],
  );
}

/** The old group no longer remembers these questions; what it has left is never nothing. */
async function forget(tx: Tx, parts: readonly string[], texts: readonly string[]): Promise<void> {
  await tx.sql(
    `UPDATE reporting.question_memory AS m SET texts = kept.texts
       FROM (SELECT group_id, month, jsonb_agg(text ORDER BY place) AS texts
               FROM reporting.question_memory, jsonb_array_elements_text(texts) WITH ORDINALITY AS one (text, place)
              WHERE group_id = ANY($1::uuid[]) AND NOT text = ANY($2::text[]) GROUP BY group_id, month) AS kept
      WHERE m.group_id = kept.group_id AND m.month = kept.month`,
    [parts, texts],
  );
}

const moveMembers = (tx: Tx, group: string, requestIds: readonly string[]): Promise<unknown> =>
  tx.sql(
    `UPDATE reporting.question_members SET group_id = $1, pinned = true, version = nextval('reporting.question_versions')
      WHERE request_id = ANY($2::uuid[])`,
    [group, requestIds],
  );
