import { Injectable } from '@nestjs/common';
import {
  type ArticleRefusal,
  type ArticleTexts,
  type ArticleVerb,
  isDue,
  refusedTexts,
  refusedVerb,
  reviewDay,
} from '@reglament/domain/articles';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull, localDate } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import {
  type ArticleRow,
  allArticles,
  archive,
  articleById,
  countArticles,
  insertArticle,
  keepTrueUntil,
  lockArticle,
  MOST_ARTICLES,
  publishLatest,
  saveTexts,
  versionsOf,
} from '../store/articles.ts';
import { articleRefusal } from './article-refusals.ts';
import { textIn } from './help-shelf.ts';
import { refusalOf } from './refusals.ts';

/** Who writes, and in which language they read refusals. */
export interface Writer {
  readonly caller: Pick<Principal, 'tenant' | 'subject' | 'name'>;
  readonly language: Language;
}

export interface Written {
  readonly texts: ArticleTexts;
  /** The group of questions it is written for. */
  readonly groupId: string | null;
}

/** The help centre as the staff keeps it: load and lock → decide → save and append. */
@Injectable()
export class KeepArticles {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  list({ caller, language }: Writer): Promise<Outcome<object>> {
    return this.at(caller.tenant, language, async (tx, regulation) => {
      const today = localDate(this.clock.now(), regulation.calendar.timeZone);
      const items = (await allArticles(tx)).map((row) => lineOf(row, language, regulation, today));
      return accept({ items, due: items.filter(({ due }) => due).length });
    });
  }

  one({ caller, language }: Writer, articleId: string): Promise<Outcome<object>> {
    return this.at(caller.tenant, language, async (tx, regulation) => {
      const row = await articleById(tx, articleId);
      if (row === null) return refuse(articleRefusal('unknown-article', language));
      return accept(await this.viewOf(tx, row, language, regulation));
    });
  }

  /** A new draft. `articleId` is given by whoever may bring the same article twice; the second time changes nothing. */
  add(writer: Writer, written: Written, articleId = newId()): Promise<Outcome<object>> {
    const { caller, language } = writer;
    return this.at(caller.tenant, language, async (tx, regulation) => {
      const wrong = refusedTexts(written.texts, regulation.languages);
      if (wrong !== null) return refuse(articleRefusal(wrong, language));
      if ((await countArticles(tx)) >= MOST_ARTICLES) return refuse(articleRefusal('too-many-articles', language));
      const saved = { ...written, tenant: caller.tenant, articleId, version: 1, by: caller.name, at: this.clock.now() };
      await insertArticle(tx, saved);
      return this.shown(tx, articleId, language, regulation);
    });
  }

  save(writer: Writer, articleId: string, seen: number, written: Written): Promise<Outcome<object>> {
    return this.change(writer, articleId, { verb: 'save', seen }, async (tx, row, { regulation, at }) => {
      const wrong = refusedTexts(written.texts, regulation.languages);
      if (wrong !== null) return wrong;
      const { tenant, name: by } = writer.caller;
      await saveTexts(tx, { ...written, tenant, articleId, version: row.version + 1, by, at });
      return null;
    });
  }

  publish(writer: Writer, articleId: string, seen: number, asked: string | null): Promise<Outcome<object>> {
    return this.change(writer, articleId, { verb: 'publish', seen }, async (tx, row, { regulation, at }) => {
      const reviewBy = reviewDay(regulation, at, asked);
      if (reviewBy === null) return 'review-date';
      await publishLatest(tx, { articleId, by: writer.caller.name, at }, reviewBy);
      const texts = Object.fromEntries(
        Object.entries(row.texts).map(([language, { title, asks }]) => [language, { title, asks: [...asks] }]),
      );
      const { version, groupId } = row;
      tx.append('article.published.v1', {
        subjectId: articleId,
        occurredAt: at,
        payload: { articleId, version, by: actorOf(writer), texts, groupId, reviewBy },
      });
      return null;
    });
  }

  /** Looked through and found true: it need not be looked at again until the new day (kz-portal 30-15). */
  review(writer: Writer, articleId: string, seen: number, asked: string | null): Promise<Outcome<object>> {
    return this.change(writer, articleId, { verb: 'review', seen }, async (tx, row, { regulation, at }) => {
      const reviewBy = reviewDay(regulation, at, asked);
      if (reviewBy === null) return 'review-date';
      await keepTrueUntil(tx, { articleId, by: writer.caller.name, at }, reviewBy);
      const payload = { articleId, version: row.publishedVersion ?? row.version, by: actorOf(writer), reviewBy };
      tx.append('article.reviewed.v1', { subjectId: articleId, occurredAt: at, payload });
      return null;
    });
  }

  archive(writer: Writer, articleId: string, seen: number): Promise<Outcome<object>> {
    return this.change(writer, articleId, { verb: 'archive', seen }, async (tx, _row, { at }) => {
      await archive(tx, { articleId, by: writer.caller.name, at });
      const payload = { articleId, by: actorOf(writer) };
      tx.append('article.archived.v1', { subjectId: articleId, occurredAt: at, payload });
      return null;
    });
  }

  private change(
    { caller, language }: Writer,
    articleId: string,
    { verb, seen }: { verb: ArticleVerb; seen: number },
    act: (tx: Tx, row: ArticleRow, at: { regulation: Regulation; at: Instant }) => Promise<ArticleRefusal | null>,
  ): Promise<Outcome<object>> {
    return this.at(caller.tenant, language, async (tx, regulation) => {
      const row = await lockArticle(tx, articleId);
      if (row === null) return refuse(articleRefusal('unknown-article', language));
      const refused = refusedVerb(row, verb, seen) ?? (await act(tx, row, { regulation, at: this.clock.now() }));
      if (refused !== null) return refuse(articleRefusal(refused, language));
      return this.shown(tx, articleId, language, regulation);
    });
  }

  private async shown(tx: Tx, articleId: string, language: Language, regulation: Regulation): Promise<Outcome<object>> {
    const row = await articleById(tx, articleId);
    if (row === null) throw new Error(`article ${articleId} is gone within the transaction that wrote it`);
    return accept(await this.viewOf(tx, row, language, regulation));
  }

  private async viewOf(tx: Tx, row: ArticleRow, language: Language, regulation: Regulation): Promise<object> {
    const today = localDate(this.clock.now(), regulation.calendar.timeZone);
    const versions = await versionsOf(tx, row.articleId);
    return {
      ...lineOf(row, language, regulation, today),
      texts: row.texts,
      groupId: row.groupId,
      publishedAt: isoOrNull(row.publishedAt),
      proposedReview: reviewDay(regulation, this.clock.now(), null),
      versions: versions.map(({ savedAt, publishedAt, ...version }) => ({
        ...version,
        savedAt: isoOf(savedAt),
        publishedAt: isoOrNull(publishedAt),
      })),
    };
  }

  private async at<T>(
    tenant: string,
    language: Language,
    act: (tx: Tx, regulation: Regulation) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const regulation = this.book.get(tenant);
    if (regulation === undefined) return refuse(refusalOf('unknown-hotline', language));
    return this.database.tenant(tenant, (tx) => act(tx, regulation));
  }
}

const actorOf = ({ caller }: Writer) => ({ kind: 'staff' as const, id: caller.subject, name: caller.name });

const lineOf = (row: ArticleRow, language: Language, regulation: Regulation, today: string) => ({
  articleId: row.articleId,
  status: row.status,
  title: textIn(row.texts, language, regulation.languages)?.text.title ?? '',
  languages: regulation.languages.filter((each) => row.texts[each] !== undefined),
  missing: regulation.languages.filter((each) => row.texts[each] === undefined),
  version: row.version,
  publishedVersion: row.publishedVersion,
  reviewBy: row.reviewBy,
  due: isDue(row, today),
  views: row.views,
  answered: row.answered,
  helped: row.helped,
  notHelped: row.notHelped,
  changedAt: isoOf(row.changedAt),
  changedBy: row.changedBy,
});
