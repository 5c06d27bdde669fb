import { Injectable } from '@nestjs/common';
import { ArticleIndex, type ArticleText, type ArticleTexts } from '@reglament/domain/articles';
import type { Language } from '@reglament/domain/regulation';
import type { Tx } from '@reglament/platform/postgres';
import { LRUCache } from 'lru-cache';
import { type ArticleRow, publishedArticles, publishedMark } from '../store/articles.ts';

export interface Shelf {
  readonly articles: ReadonlyMap<string, ArticleRow>;
  readonly index: ArticleIndex;
}

/** Indexes of that many tenants at once: one is made again in some milliseconds. */
const MOST_SHELVES = 100;

/**
 * The published articles of each tenant with their index, in memory. PostgreSQL says at each look whether they are still the
 * same, so several instances agree; nothing is lost with the process.
 */
@Injectable()
export class HelpShelf {
  readonly #shelves = new LRUCache<string, Shelf & { readonly mark: string }>({ max: MOST_SHELVES });

  async of(tx: Tx, tenant: string): Promise<Shelf> {
    const mark = await publishedMark(tx);
    const kept = this.#shelves.get(tenant);
    if (kept?.mark === mark) return kept;
    const articles = await publishedArticles(tx);
    const index = new ArticleIndex(
      articles.map(({ articleId, publishedTexts }) => ({ articleId, texts: publishedTexts ?? {} })),
    );
    const made = { mark, index, articles: new Map(articles.map((article) => [article.articleId, article])) };
    this.#shelves.set(tenant, made);
    return made;
  }
}

/** The text in the language asked for, else in the first of the tenant's that has one. */
export function textIn(
  texts: ArticleTexts | null,
  language: Language,
  languages: readonly Language[],
): { readonly language: Language; readonly text: ArticleText } | null {
  for (const each of [language, ...languages]) {
    const text = texts?.[each];
    if (text !== undefined) return { language: each, text };
  }
  return null;
}
