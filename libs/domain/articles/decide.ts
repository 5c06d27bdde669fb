import type { Language, Regulation } from '../regulation/types.ts';
import { type Instant, localDate } from '../time/index.ts';
import type { Article, ArticleStatus, ArticleTexts } from './types.ts';

/** What may be done to an article. */
export type ArticleVerb = 'save' | 'publish' | 'archive' | 'review';

const MAY: Readonly<Record<ArticleVerb, readonly ArticleStatus[]>> = {
  save: ['draft', 'published', 'archived'],
  publish: ['draft', 'published', 'archived'],
  archive: ['draft', 'published'],
  review: ['published'],
};

/** Half a year, where the regulation does not say how often articles are looked through. */
const USUAL_REVIEW_DAYS = 180;
/** An article that nobody has to look at for longer is not kept up to date. */
const LONGEST_REVIEW_DAYS = 3 * 366;
const DAY_MS = 86_400_000;

export type ArticleRefusal =
  | 'article-not-allowed-now'
  | 'article-changed'
  | 'article-language'
  | 'article-empty'
  | 'review-date';

/** Whether the verb may be done now, to the version that the caller has seen. Null: yes. */
export function refusedVerb(article: Article, verb: ArticleVerb, seen: number): ArticleRefusal | null {
  if (seen !== article.version) return 'article-changed';
  return MAY[verb].includes(article.status) ? null : 'article-not-allowed-now';
}

/** An article is written in languages of its tenant, in one at least. Null: so it is. */
export function refusedTexts(texts: ArticleTexts, languages: readonly Language[]): ArticleRefusal | null {
  const written = Object.keys(texts) as Language[];
  if (written.length === 0) return 'article-empty';
  return written.every((language) => languages.includes(language)) ? null : 'article-language';
}

/**
 * Until when a text published now is promised to be true: the day asked for, not past and not too far, else as the
 * regulation says, else half a year. Null: the asked day cannot be.
 */
export function reviewDay(regulation: Regulation, now: Instant, asked: string | null): string | null {
  const today = Temporal.PlainDate.from(localDate(now, regulation.calendar.timeZone));
  if (asked === null) {
    const every = regulation.help?.reviewEvery;
    return today.add({ days: every === undefined ? USUAL_REVIEW_DAYS : Math.ceil(every / DAY_MS) }).toString();
  }
  const day = Temporal.PlainDate.from(asked);
  const ahead = today.until(day, { largestUnit: 'days' }).days;
  return ahead < 0 || ahead > LONGEST_REVIEW_DAYS ? null : day.toString();
}

/** A published article is due from the very day until which it was promised to be true (kz-portal 30-15). */
export const isDue = (article: Pick<Article, 'status' | 'reviewBy'>, today: string): boolean =>
  article.status === 'published' && article.reviewBy !== null && article.reviewBy <= today;
