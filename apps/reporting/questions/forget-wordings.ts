import type { ClickHouse } from '@reglament/platform/clickhouse';
import type { Database, Tx } from '@reglament/platform/postgres';
import { type Erased, rewrite, text } from '../archive/erase-words.ts';
import type { Archive } from '../statistics/archive.ts';
import { wordingsOf } from '../statistics/question-queries.ts';
import type { CopyQuestions } from './copy.ts';
import { lockQuestions } from './store.ts';
import { asShown } from './text.ts';

/** Requests whose questions are asked for at once. */
const AT_ONCE = 500;
/** What a group is called of which nothing else is known: every one of its questions was an erased person's. */
const NAMELESS = '•••';

/**
 * Takes the wordings of erased people out of what groups are called and remembered by, unless somebody else asked in the very same
 * words. A group keeps its id, its requests and what managers made of it, and is called by the next of its questions. To be done before
 * the archive forgets the questions, for they say which wordings these are; doing it again changes nothing.
 */
export class ForgetWordings {
  constructor(
    private readonly database: Database,
    private readonly archive: Archive,
    private readonly house: ClickHouse,
    private readonly copies: CopyQuestions,
  ) {}

  /** @throws the network's error when PostgreSQL or ClickHouse is away */
  async forget(erased: readonly Erased[]): Promise<void> {
    for (const [tenant, requests] of Map.groupBy(erased, (one) => one.tenant)) {
      const ids = [...new Set(requests.map(({ requestId }) => requestId))];
      for (let from = 0; from < ids.length; from += AT_ONCE)
        await this.forgetOf(tenant, ids.slice(from, from + AT_ONCE));
    }
  }

  private async forgetOf(tenant: string, ids: readonly string[]): Promise<void> {
    const asked = await this.archive.ask(tenant, wordingsOf, { ids: [...ids] });
    const others = new Set(asked.filter((one) => one.others > 0).map(({ question }) => asShown(question)));
    const theirs = [...new Set(asked.map(({ question }) => asShown(question)))].filter((one) => !others.has(one));
    if (theirs.length === 0) return;
    await this.database.tenant(tenant, async (tx) => {
      await lockQuestions(tx);
      await forgetTexts(tx, theirs);
    });
    await this.copies.copy(tenant);
    // The copy's older rows hold the former name until they are merged.
    const former = `tenant = ${text(tenant)} AND name IN (${theirs.map(text).join(', ')})`;
    await rewrite(this.house, 'question_groups', `name = ${text(NAMELESS)}`, former);
  }
}

async function forgetTexts(tx: Tx, wordings: readonly string[]): Promise<void> {
  await tx.sql(
    `UPDATE reporting.question_memory SET texts = (
       SELECT coalesce(jsonb_agg(said ORDER BY at), '[]') FROM jsonb_array_elements_text(texts) WITH ORDINALITY AS one (said, at)
        WHERE said <> ALL($1))
      WHERE texts ?| $1`,
    [wordings],
  );
  await tx.sql(
    `UPDATE reporting.question_groups AS g
        SET version = nextval('reporting.question_versions'),
            name = coalesce((SELECT texts->>0 FROM reporting.question_memory AS m
                              WHERE m.group_id = g.group_id AND texts->>0 IS NOT NULL ORDER BY month DESC LIMIT 1), $2)
      WHERE name = ANY($1)`,
    [wordings, NAMELESS],
  );
}
