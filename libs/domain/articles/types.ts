import type { Language } from '../regulation/types.ts';

/** An article in one language. `asks` are questions as people put them; `body` is Markdown. */
export interface ArticleText {
  readonly title: string;
  readonly body: string;
  readonly asks: readonly string[];
}

/** An article in each language it has been written in. */
export type ArticleTexts = Readonly<Partial<Record<Language, ArticleText>>>;

/** Draft: written, not shown. Published: anybody reads it. Archived: nobody finds it any more; its versions stay. */
export type ArticleStatus = 'draft' | 'published' | 'archived';

/** An article as the rules see it. */
export interface Article {
  readonly articleId: string;
  readonly status: ArticleStatus;
  /** The latest version that was saved; a published article may have a newer one in work. */
  readonly version: number;
  readonly publishedVersion: number | null;
  /** The tenant's local date until which the text has been promised to be true, `YYYY-MM-DD`. */
  readonly reviewBy: string | null;
}
