import { ArticlePublishedV1 } from '@reglament/contracts';
import { articleFor, type PublishedArticle } from '@reglament/domain/question-groups';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { isoOf, isoOrNull } from '@reglament/domain/time';
import type { Database, Tx } from '@reglament/platform/postgres';
import type { AskedQuestions } from '../http/questions-shapes.ts';
import { type Archive, spanOf } from '../statistics/archive.ts';
import { Names } from '../statistics/names.ts';
import { type Period, periodBefore } from '../statistics/period.ts';
import { allQuestions, publishedArticles, questionsAsked } from '../statistics/question-queries.ts';
import { monthsOf } from './group-month.ts';
import { readMonths } from './months.ts';
import { readGroups } from './store.ts';

/** Examples of a group that are shown at once. */
const EXAMPLES = 5;

/** What was asked most in a period, with everything that the managers' page shows of each group. */
export async function readQuestions(
  archive: Archive,
  database: Database,
  regulation: Regulation,
  period: Period,
  asked: { readonly search: string; readonly limit: number; readonly offset: number },
  language: Language,
): Promise<AskedQuestions> {
  const { tenant } = regulation;
  const months = monthsOf(period);
  const [[received], now, before, articles, stored] = await Promise.all([
    archive.ask(tenant, questionsAsked, spanOf(period)),
    archive.ask(tenant, allQuestions, spanOf(period)),
    archive.ask(tenant, allQuestions, spanOf(periodBefore(period))),
    readArticles(archive, regulation, language),
    database.tenant(tenant, (tx) => readStored(tx, months)),
  ]);
  const total = received?.count ?? 0;
  const names = new Names(regulation, language);
  const counts = new Map(before.map(({ key, count }) => [key, count]));
  const merged = Map.groupBy(
    [...stored.groups.values()].filter(({ mergedInto }) => mergedInto !== null),
    ({ mergedInto }) => mergedInto ?? '',
  );
  const needle = asked.search.toLocaleLowerCase();
  const rows = now.map(({ key, wording, subject, count }, at) => {
    const group = stored.groups.get(key);
    const parts = merged.get(key) ?? [];
    const texts = [key, ...parts.map(({ id }) => id)].flatMap((id) => stored.texts.get(id) ?? []);
    return {
      groupId: key,
      place: at + 1,
      name: wording,
      typical: group?.name ?? wording,
      ownName: group?.ownName ?? null,
      categoryName: names.category(subject),
      count,
      share: total === 0 ? 0 : count / total,
      before: counts.get(key) ?? 0,
      examples: [...new Set(texts)].filter((text) => text !== wording),
      merged: parts.map(({ id, name, ownName }) => ({ groupId: id, name: ownName ?? name })),
      article: linkTo(articleFor(articles, [key, ...parts.map(({ id }) => id)], [wording, ...texts]), tenant),
    };
  });
  const found = rows.filter(({ name, examples }) =>
    [name, ...examples].some((text) => text.toLocaleLowerCase().includes(needle)),
  );
  return {
    period: period.kind,
    from: period.firstDate,
    to: period.lastDate,
    fromAt: isoOf(period.from),
    toAt: isoOf(period.to),
    received: total,
    grouped: rows.reduce((sum, { count }) => sum + count, 0),
    total: found.length,
    items: found
      .slice(asked.offset, asked.offset + asked.limit)
      .map((row) => ({ ...row, examples: row.examples.slice(0, EXAMPLES) })),
    months: stored.months.map((month) => ({
      ...month,
      month: month.month.slice(0, 7),
      groupedAt: isoOrNull(month.groupedAt),
    })),
    missing: months.filter((one) => !stored.months.some(({ month }) => month === one)).map((one) => one.slice(0, 7)),
    hidden: [...stored.groups.values()]
      .filter(({ hidden, mergedInto }) => hidden && mergedInto === null)
      .map(({ id, name, ownName }) => ({ groupId: id, name: ownName ?? name })),
  };
}

/** The help centre's articles, titled in the reader's language where they have it. */
export async function readArticles(
  archive: Archive,
  { tenant, languages }: Regulation,
  language: Language,
): Promise<readonly PublishedArticle[]> {
  const rows = await archive.ask(tenant, publishedArticles, {});
  return rows.flatMap(({ payload }) => {
    const read = ArticlePublishedV1.payload.safeParse(JSON.parse(payload));
    if (!read.success) return [];
    const { articleId, groupId, texts } = read.data;
    const all = Object.values(texts);
    const title = texts[language]?.title ?? texts[languages[0]]?.title ?? all[0]?.title ?? '';
    return [{ articleId, groupId, title, asks: all.flatMap((text) => [text.title, ...text.asks]) }];
  });
}

const linkTo = (article: PublishedArticle | null, tenant: string): AskedQuestions['items'][number]['article'] =>
  article === null ? null : { title: article.title, url: `/h/${tenant}/help/${article.articleId}` };

async function readStored(tx: Tx, months: readonly string[]) {
  const [first = '', last = first] = [months[0], months.at(-1)];
  const groups = await readGroups(tx);
  const memory = await tx.sql<{ group_id: string; texts: string[] }>(
    'SELECT group_id, texts FROM reporting.question_memory WHERE month BETWEEN $1 AND $2 ORDER BY group_id, month DESC',
    [first, last],
  );
  const texts = new Map<string, string[]>();
  for (const row of memory) texts.set(row.group_id, [...(texts.get(row.group_id) ?? []), ...row.texts]);
  return { groups, texts, months: await readMonths(tx, first, last) };
}
