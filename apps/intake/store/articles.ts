import type { Article, ArticleTexts } from '@reglament/domain/articles';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** An article with what became of it: read, voted on, answered with. */
export interface ArticleRow extends Article {
  /** The latest saved texts. */
  readonly texts: ArticleTexts;
  /** What anybody reads; null while it has never been published. */
  readonly publishedTexts: ArticleTexts | null;
  readonly groupId: string | null;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly publishedAt: Instant | null;
  readonly views: number;
  readonly answered: number;
  readonly helped: number;
  readonly notHelped: number;
}

export interface VersionRow {
  readonly version: number;
  readonly texts: ArticleTexts;
  readonly savedBy: string;
  readonly savedAt: Instant;
  readonly publishedAt: Instant | null;
}

/** All of a tenant's articles are read at once, and the index of the published ones is kept in memory. */
export const MOST_ARTICLES = 2_000;

const columns = `
  a.article_id AS "articleId", a.status, a.version, a.published_version AS "publishedVersion", a.texts,
  a.published_texts AS "publishedTexts", a.review_by::text AS "reviewBy", a.group_id AS "groupId", a.changed_at AS "changedAt",
  a.changed_by AS "changedBy", a.published_at AS "publishedAt", coalesce(d.views, 0)::int AS views,
  coalesce(d.answered, 0)::int AS answered, coalesce(v.helped, 0)::int AS helped, coalesce(v.not_helped, 0)::int AS "notHelped"`;
const counted = `
  FROM intake.articles a
  LEFT JOIN (SELECT tenant, article_id, sum(views) AS views, sum(answered) AS answered
               FROM intake.article_days GROUP BY tenant, article_id) d USING (tenant, article_id)
  LEFT JOIN (SELECT tenant, article_id, count(*) FILTER (WHERE helped) AS helped, count(*) FILTER (WHERE NOT helped) AS not_helped
               FROM intake.article_votes GROUP BY tenant, article_id) v USING (tenant, article_id)`;

/** Every article, the latest changed first. */
export const allArticles = (tx: Tx): Promise<ArticleRow[]> =>
  tx.sql<ArticleRow>(`SELECT ${columns} ${counted} ORDER BY a.changed_at DESC, a.article_id LIMIT ${MOST_ARTICLES}`);

export async function articleById(tx: Tx, articleId: string): Promise<ArticleRow | null> {
  const [row] = await tx.sql<ArticleRow>(`SELECT ${columns} ${counted} WHERE a.article_id = $1::uuid`, [articleId]);
  return row ?? null;
}

/** Locks the article, so that of two people who save at once the second is told. */
export async function lockArticle(tx: Tx, articleId: string): Promise<ArticleRow | null> {
  await tx.sql('SELECT 1 FROM intake.articles WHERE article_id = $1::uuid FOR UPDATE', [articleId]);
  return articleById(tx, articleId);
}

export const versionsOf = (tx: Tx, articleId: string): Promise<VersionRow[]> =>
  tx.sql<VersionRow>(
    `SELECT version, texts, saved_by AS "savedBy", saved_at AS "savedAt", published_at AS "publishedAt"
       FROM intake.article_versions WHERE article_id = $1::uuid ORDER BY version DESC LIMIT 200`,
    [articleId],
  );

export async function countArticles(tx: Tx): Promise<number> {
  const [row] = await tx.sql<{ n: number }>('SELECT count(*) AS n FROM intake.articles');
  return row?.n ?? 0;
}

interface Saved {
  readonly tenant: string;
  readonly articleId: string;
  readonly version: number;
  readonly texts: ArticleTexts;
  readonly groupId: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** Writes a version; the first one makes the article. @returns false where the article is there already */
export async function insertArticle(tx: Tx, saved: Saved): Promise<boolean> {
  const made = await tx.sql(
    `INSERT INTO intake.articles (tenant, article_id, status, version, texts, group_id, changed_at, changed_by)
     VALUES ($1, $2::uuid, 'draft', $3, $4::jsonb, $5, $6::timestamptz, $7) ON CONFLICT DO NOTHING RETURNING 1`,
    [
      saved.tenant,
      saved.articleId,
      saved.version,
      JSON.stringify(saved.texts),
      saved.groupId,
      timestamp(saved.at),
      saved.by,
    ],
  );
  if (made.length > 0) await insertVersion(tx, saved);
  return made.length > 0;
}

export async function saveTexts(tx: Tx, saved: Saved): Promise<void> {
  await tx.sql(
    `UPDATE intake.articles SET version = $2, texts = $3::jsonb, group_id = $4, changed_at = $5::timestamptz, changed_by = $6
      WHERE article_id = $1::uuid`,
    [saved.articleId, saved.version, JSON.stringify(saved.texts), saved.groupId, timestamp(saved.at), saved.by],
  );
  await insertVersion(tx, saved);
}

async function insertVersion(tx: Tx, { tenant, articleId, version, texts, by, at }: Saved): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.article_versions (tenant, article_id, version, texts, saved_by, saved_at)
     VALUES ($1, $2::uuid, $3, $4::jsonb, $5, $6::timestamptz)`,
    [tenant, articleId, version, JSON.stringify(texts), by, timestamp(at)],
  );
}

interface Move {
  readonly articleId: string;
  readonly by: string;
  readonly at: Instant;
}

/** The latest version is what anybody reads from now on. */
export async function publishLatest(tx: Tx, { articleId, by, at }: Move, reviewBy: string): Promise<void> {
  await tx.sql(
    `UPDATE intake.articles SET status = 'published', published_version = version, published_texts = texts, review_by = $2::date,
            published_at = $3::timestamptz, changed_at = $3::timestamptz, changed_by = $4
      WHERE article_id = $1::uuid`,
    [articleId, reviewBy, timestamp(at), by],
  );
  await tx.sql(
    `UPDATE intake.article_versions v SET published_at = $2::timestamptz FROM intake.articles a
      WHERE v.article_id = $1::uuid AND a.article_id = v.article_id AND a.tenant = v.tenant AND v.version = a.version`,
    [articleId, timestamp(at)],
  );
}

export async function archive(tx: Tx, { articleId, by, at }: Move): Promise<void> {
  await tx.sql(
    `UPDATE intake.articles SET status = 'archived', review_by = NULL, changed_at = $2::timestamptz, changed_by = $3
      WHERE article_id = $1::uuid`,
    [articleId, timestamp(at), by],
  );
}

export async function keepTrueUntil(tx: Tx, { articleId, by, at }: Move, reviewBy: string): Promise<void> {
  await tx.sql(
    `UPDATE intake.articles SET review_by = $2::date, changed_at = $3::timestamptz, changed_by = $4
      WHERE article_id = $1::uuid`,
    [articleId, reviewBy, timestamp(at), by],
  );
}

/** Changes whenever what anybody may read changes, also within one millisecond. */
export async function publishedMark(tx: Tx): Promise<string> {
  const [row] = await tx.sql<{ mark: string }>(
    `SELECT concat_ws(' ', count(*), sum(published_version), max(published_at)) AS mark
       FROM intake.articles WHERE status = 'published'`,
  );
  return row?.mark ?? '';
}

export const publishedArticles = (tx: Tx): Promise<ArticleRow[]> =>
  tx.sql<ArticleRow>(
    `SELECT ${columns} ${counted} WHERE a.status = 'published' ORDER BY a.article_id LIMIT ${MOST_ARTICLES}`,
  );

/** Which of these were answered with how often in all. */
export async function answeredWith(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ articleId: string; answered: number }>(
    `SELECT article_id AS "articleId", sum(answered) AS answered FROM intake.article_days
      WHERE answered > 0 GROUP BY article_id`,
  );
  return new Map(rows.map(({ articleId, answered }) => [articleId, answered]));
}

/** Counts on the day of the tenant, for an article that is published; anything else is not counted. */
export async function countOnDay(tx: Tx, articleId: string, day: string, what: 'views' | 'answered'): Promise<void> {
  const [views, answered] = what === 'views' ? [1, 0] : [0, 1];
  await tx.sql(
    `INSERT INTO intake.article_days AS d (tenant, article_id, day, views, answered)
     SELECT a.tenant, a.article_id, $2::date, $3, $4 FROM intake.articles a
      WHERE a.article_id = $1::uuid AND a.status <> 'draft'
     ON CONFLICT (tenant, article_id, day)
     DO UPDATE SET views = d.views + excluded.views, answered = d.answered + excluded.answered`,
    [articleId, day, views, answered],
  );
}

/** One opinion a reader; a second one replaces it. */
export async function vote(
  tx: Tx,
  { articleId, voter, helped, at }: { articleId: string; voter: string; helped: boolean; at: Instant },
): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.article_votes (tenant, article_id, voter, helped, at)
     SELECT a.tenant, a.article_id, $2::uuid, $3, $4::timestamptz FROM intake.articles a
      WHERE a.article_id = $1::uuid AND a.status = 'published'
     ON CONFLICT (tenant, article_id, voter) DO UPDATE SET helped = excluded.helped, at = excluded.at`,
    [articleId, voter, helped, timestamp(at)],
  );
}
