import { queryOptions } from '@tanstack/react-query';
import { api, query } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';

export interface ArticleText {
  readonly title: string;
  readonly body: string;
  readonly asks: readonly string[];
}
export type ArticleTexts = Readonly<Partial<Record<Language, ArticleText>>>;
export type ArticleStatus = 'draft' | 'published' | 'archived';

/** An article as a line of a list. */
export interface HelpLine {
  readonly articleId: string;
  readonly language: Language;
  readonly title: string;
  readonly excerpt: string;
  readonly path: string;
}
export interface HelpList {
  readonly items: readonly HelpLine[];
  readonly frequent: readonly (HelpLine & { readonly answered: number })[];
  readonly total: number;
  readonly clause: string | null;
}
export interface HelpArticle {
  readonly articleId: string;
  readonly language: Language;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly publishedAt: string;
  readonly path: string;
}
export interface Matches {
  readonly items: readonly (HelpLine & { readonly link: string })[];
  readonly linkField: string | null;
  readonly clause: string | null;
}
export interface Answers {
  readonly items: readonly (HelpLine & { readonly answered: number; readonly answer: string })[];
}

export interface ArticleLine {
  readonly articleId: string;
  readonly status: ArticleStatus;
  readonly title: string;
  readonly languages: readonly Language[];
  readonly missing: readonly Language[];
  readonly version: number;
  readonly publishedVersion: number | null;
  readonly reviewBy: string | null;
  readonly due: boolean;
  readonly views: number;
  readonly answered: number;
  readonly helped: number;
  readonly notHelped: number;
  readonly changedAt: string;
  readonly changedBy: string;
}
export interface Article extends ArticleLine {
  readonly texts: ArticleTexts;
  readonly groupId: string | null;
  readonly publishedAt: string | null;
  readonly proposedReview: string;
  readonly versions: readonly {
    readonly version: number;
    readonly texts: ArticleTexts;
    readonly savedBy: string;
    readonly savedAt: string;
    readonly publishedAt: string | null;
  }[];
}

/** What anybody finds in the help centre of a hotline; everything when `q` is empty. */
export const helpQuery = (tenant: string, q: string, language: Language) =>
  queryOptions({
    queryKey: ['help', tenant, language, q],
    queryFn: ({ signal }) =>
      api.get<HelpList>(`/intake/hotlines/${encodeURIComponent(tenant)}/articles${query({ q })}`, signal),
    staleTime: 30_000,
    placeholderData: (before) => before,
  });

export const helpArticleQuery = (tenant: string, articleId: string, language: Language) =>
  queryOptions({
    queryKey: ['help-article', tenant, language, articleId],
    queryFn: ({ signal }) =>
      api.get<HelpArticle>(
        `/intake/hotlines/${encodeURIComponent(tenant)}/articles/${encodeURIComponent(articleId)}`,
        signal,
      ),
    staleTime: 30_000,
  });

/** The articles that answer what is being written; nothing is asked for a few words. */
export const matchesQuery = (tenant: string, text: string, language: Language) =>
  queryOptions({
    queryKey: ['help-matches', tenant, language, text],
    queryFn: () => api.post<Matches>(`/intake/hotlines/${encodeURIComponent(tenant)}/articles/match`, { text }),
    enabled: text.length >= 8,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });

/** Which field of a request carries the link to an article; null where the regulation has none. */
export const linkFieldQuery = (tenant: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['help-link-field', tenant],
    queryFn: () =>
      api
        .post<Matches>(`/intake/hotlines/${encodeURIComponent(tenant)}/articles/match`, { text: '' })
        .then(({ linkField }) => linkField),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const articlesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['articles', language],
    queryFn: ({ signal }) => api.get<{ items: ArticleLine[]; due: number }>('/intake/articles', signal),
  });

export const articleQuery = (articleId: string) =>
  queryOptions({
    queryKey: ['article', articleId],
    queryFn: ({ signal }) => api.get<Article>(`/intake/articles/${encodeURIComponent(articleId)}`, signal),
  });

/** Articles to answer a request with: those that match what was typed, else the request itself, else the most used. */
export const answersQuery = (typed: string, requestText: string, language: Language) =>
  queryOptions({
    queryKey: ['article-answers', typed, requestText, language],
    queryFn: async ({ signal }) => {
      const ask = (q: string) =>
        api.get<Answers>(`/intake/articles/answers${query({ q, language, limit: 20 })}`, signal);
      if (typed !== '') return ask(typed);
      const near = await ask(requestText.slice(0, 300));
      return near.items.length > 0 ? near : ask('');
    },
    placeholderData: (before) => before,
  });
