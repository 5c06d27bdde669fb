import { Inject, Injectable } from '@nestjs/common';
import { answerWith, excerptOf } from '@reglament/domain/articles';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { isoOf, localDate } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { CONFIG } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import type { IntakeConfig } from '../config.ts';
import { type ArticleRow, answeredWith, countOnDay, vote } from '../store/articles.ts';
import { articleRefusal } from './article-refusals.ts';
import { HelpShelf, type Shelf, textIn } from './help-shelf.ts';
import { refusalOf } from './refusals.ts';

/** A person who searches takes what is near; who writes a request is interrupted for what is near enough only. */
const NEAR = 0.25;
const NEAR_ENOUGH = 0.4;
/** The frequent questions fit one screen. */
const MOST_FREQUENT = 7;

export interface HelpAsked {
  readonly tenant: string;
  readonly language: Language;
  readonly q: string;
  readonly limit: number;
}

/** What anybody reads in the help centre; opinions and reading are counted. */
@Injectable()
export class ReadHelp {
  private readonly publicUrl: string;

  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
    private readonly shelf: HelpShelf,
    @Inject(CONFIG) config: IntakeConfig,
  ) {
    this.publicUrl = config.PUBLIC_URL.replace(/\/$/, '');
  }

  /** The articles by their titles, or the ones that speak of what is asked; and those that were answered with most. */
  list(asked: HelpAsked): Promise<Outcome<object>> {
    return this.at(asked.tenant, asked.language, async (tx, regulation) => {
      const shelf = await this.shelf.of(tx, asked.tenant);
      const line = (article: ArticleRow) => this.lineOf(article, asked.language, regulation);
      const items =
        asked.q === ''
          ? [...shelf.articles.values()]
              .flatMap(line)
              .sort((a, b) => a.title.localeCompare(b.title, asked.language))
              .slice(0, asked.limit)
          : found(shelf, asked, NEAR).flatMap(line);
      const counts = await answeredWith(tx);
      const frequent = [...counts]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .flatMap(([articleId, answered]) => {
          const article = shelf.articles.get(articleId);
          return article === undefined ? [] : line(article).map((each) => ({ ...each, answered }));
        })
        .slice(0, MOST_FREQUENT);
      return accept({ items, frequent, total: shelf.articles.size, clause: regulation.help?.clause ?? null });
    });
  }

  /** Before filing, while the requester writes (edoc 10): the articles that answer it, or none. */
  match(asked: HelpAsked): Promise<Outcome<object>> {
    return this.at(asked.tenant, asked.language, async (tx, regulation) => {
      const shelf = await this.shelf.of(tx, asked.tenant);
      const items = found(shelf, asked, NEAR_ENOUGH).flatMap((each) => this.lineOf(each, asked.language, regulation));
      return accept({
        items: items.map((each) => ({ ...each, link: `${this.publicUrl}${each.path}` })),
        linkField: regulation.help?.linkField ?? null,
        clause: regulation.help?.clause ?? null,
      });
    });
  }

  /** The articles near a question, for whoever leads to them. */
  near(asked: HelpAsked) {
    const regulation = this.book.get(asked.tenant);
    if (regulation === undefined) return Promise.resolve([]);
    return this.database.tenant(asked.tenant, async (tx) =>
      found(await this.shelf.of(tx, asked.tenant), asked, NEAR).flatMap((each) =>
        this.lineOf(each, asked.language, regulation),
      ),
    );
  }

  /** For staff (edoc 14): articles with the answer that leads to each, the most used first where nothing is asked. */
  answers(asked: HelpAsked): Promise<Outcome<object>> {
    return this.at(asked.tenant, asked.language, async (tx, regulation) => {
      const shelf = await this.shelf.of(tx, asked.tenant);
      const counts = await answeredWith(tx);
      const used = ({ articleId }: ArticleRow) => counts.get(articleId) ?? 0;
      const articles =
        asked.q === ''
          ? [...shelf.articles.values()].sort((a, b) => used(b) - used(a)).slice(0, asked.limit)
          : found(shelf, asked, NEAR);
      return accept({
        items: articles.flatMap((article) =>
          this.lineOf(article, asked.language, regulation).map((each) => ({
            ...each,
            answered: used(article),
            answer: answerWith({ title: each.title, url: `${this.publicUrl}${each.path}` }, asked.language),
          })),
        ),
      });
    });
  }

  one(tenant: string, language: Language, articleId: string): Promise<Outcome<object>> {
    return this.at(tenant, language, async (tx, regulation) => {
      const article = (await this.shelf.of(tx, tenant)).articles.get(articleId);
      const shown = textIn(article?.publishedTexts ?? null, language, regulation.languages);
      if (article === undefined || shown === null) return refuse(articleRefusal('unknown-article', language));
      return accept({
        articleId,
        language: shown.language,
        languages: Object.keys(article.publishedTexts ?? {}),
        title: shown.text.title,
        body: shown.text.body,
        publishedAt: isoOf(article.publishedAt ?? article.changedAt),
        path: pathOf(tenant, articleId),
      });
    });
  }

  /** Counts a reading. An article that is not there any more is not counted, and nobody is told. */
  viewed(tenant: string, language: Language, articleId: string): Promise<Outcome<undefined>> {
    return this.at(tenant, language, async (tx, regulation) => {
      await countOnDay(tx, articleId, localDate(this.clock.now(), regulation.calendar.timeZone), 'views');
      return accept(undefined);
    });
  }

  vote(
    tenant: string,
    language: Language,
    given: { articleId: string; voter: string; helped: boolean },
  ): Promise<Outcome<undefined>> {
    return this.at(tenant, language, async (tx) => {
      await vote(tx, { ...given, at: this.clock.now() });
      return accept(undefined);
    });
  }

  private async at<T>(
    tenant: string,
    language: Language,
    read: (tx: Tx, regulation: Regulation) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const regulation = this.book.get(tenant);
    if (regulation === undefined) return refuse(refusalOf('unknown-hotline', language));
    return this.database.tenant(tenant, (tx) => read(tx, regulation));
  }

  private lineOf(article: ArticleRow, language: Language, regulation: Regulation) {
    const shown = textIn(article.publishedTexts, language, regulation.languages);
    if (shown === null) return [];
    return [
      {
        articleId: article.articleId,
        language: shown.language,
        title: shown.text.title,
        excerpt: excerptOf(shown.text.body),
        path: pathOf(regulation.tenant, article.articleId),
      },
    ];
  }
}

const pathOf = (tenant: string, articleId: string): string => `/h/${tenant}/help/${articleId}`;

const found = ({ index, articles }: Shelf, { q, limit }: HelpAsked, atLeast: number): ArticleRow[] =>
  index.find(q, { atLeast, limit }).flatMap(({ articleId }) => articles.get(articleId) ?? []);
