import { shownAs } from '@reglament/domain/question-groups';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { isOutage } from '@reglament/platform/outcome';
import type { Database, Tx } from '@reglament/platform/postgres';
import type { Archive } from '../statistics/archive.ts';
import { copiedUpTo } from '../statistics/question-queries.ts';
import { readGroups } from './store.ts';

const ROWS_AT_ONCE = 20_000;
const NO_UUID = '00000000-0000-0000-0000-000000000000';

interface MemberRow {
  readonly month: string;
  readonly request_id: string;
  readonly group_id: string | null;
  readonly version: number;
}

/**
 * Copies changed groups and members from PostgreSQL to ClickHouse, where everything is counted. The highest version of a row is true there,
 * so copying twice, or from two instances at once, changes nothing; and a copy that ClickHouse lost is made again from the beginning.
 */
export class CopyQuestions {
  constructor(
    private readonly database: Database,
    private readonly archive: Archive,
    private readonly house: ClickHouse,
  ) {}

  /** Copies what has changed since the last time. */
  async copy(tenant: string): Promise<void> {
    for (;;) {
      const { rows, groups, upTo } = await this.database.tenant(tenant, (tx) => changesOf(tx));
      if (rows.length === 0 && groups.length === 0) return;
      await this.write('question_groups', tenant, groups);
      await this.write(
        'question_members',
        tenant,
        rows.map((row) => ({ ...row, group_id: row.group_id ?? NO_UUID })),
      );
      await this.database.tenant(tenant, (tx) =>
        tx.sql(
          `INSERT INTO reporting.question_projections AS p (tenant, version) VALUES ($1, $2)
           ON CONFLICT (tenant) DO UPDATE SET version = greatest(p.version, excluded.version)`,
          [tenant, upTo],
        ),
      );
    }
  }

  /** The same where a person waits: without ClickHouse the change stands all the same, and is copied within a minute of its return. */
  async copySoon(tenant: string): Promise<void> {
    await this.copy(tenant).catch((error: unknown) => {
      if (!isOutage(error)) throw error;
    });
  }

  /** Begins anew where ClickHouse has less than it was given: its data was lost, or it is another one. */
  async repair(tenant: string): Promise<void> {
    const [copied] = await this.archive.ask(tenant, copiedUpTo, {});
    await this.database.tenant(tenant, (tx) =>
      tx.sql('UPDATE reporting.question_projections SET version = 0 WHERE version > $1', [copied?.version ?? 0]),
    );
    await this.copy(tenant);
  }

  private async write(table: string, tenant: string, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await this.house.client.insert({
      table: `${this.house.database}.${table}`,
      format: 'JSONEachRow',
      values: rows.map((row) => ({ tenant, ...row })),
    });
  }
}

/** The oldest changes that are not copied yet, no more than are written at once. */
async function changesOf(tx: Tx) {
  const [projection] = await tx.sql<{ version: number }>('SELECT version FROM reporting.question_projections');
  const after = projection?.version ?? 0;
  const rows = await tx.sql<MemberRow>(
    `SELECT month, request_id, group_id, version FROM reporting.question_members WHERE version > $1 ORDER BY version LIMIT ${ROWS_AT_ONCE}`,
    [after],
  );
  // All groups that changed go with the first members: they are few, and a member must not be counted before its group is known.
  const changed = await tx.sql<{ group_id: string; version: number }>(
    'SELECT group_id, version FROM reporting.question_groups WHERE version > $1 ORDER BY version',
    [after],
  );
  const groups = changed.length === 0 ? [] : shownRows(await readGroups(tx), changed);
  const isLast = rows.length < ROWS_AT_ONCE;
  const newest = Math.max(after, rows.at(-1)?.version ?? 0, isLast ? (changed.at(-1)?.version ?? 0) : 0);
  return { rows, groups, upTo: newest };
}

function shownRows(
  all: Awaited<ReturnType<typeof readGroups>>,
  changed: readonly { readonly group_id: string; readonly version: number }[],
): readonly object[] {
  return changed.map(({ group_id, version }) => {
    const shown = shownAs(all, group_id);
    const group = all.get(shown);
    return {
      group_id,
      shown_as: shown,
      name: group?.ownName ?? group?.name ?? '',
      hidden: group?.hidden ?? false,
      version,
    };
  });
}
