import { Language, Tenant } from '@reglament/contracts';
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

export const TitleOfArticle = text(200);
export const ArticleText = z.object({
  title: TitleOfArticle,
  body: text(40_000),
  asks: z.array(text(300)).max(20).default([]),
});
const Texts = z.partialRecord(Language, ArticleText);
const Status = z.enum(['draft', 'published', 'archived']);
const ReviewBy = z.iso.date().nullish();

export const HelpParams = z.object({ tenant: Tenant });
export const HelpArticleParams = HelpParams.extend({ articleId: z.uuid() });
export const ArticleParams = z.object({ articleId: z.uuid() });

export const HelpQuery = z.object({
  q: z.string().trim().max(300).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
/** Longer than an address may be, and nobody's business: what is being written goes in the body. */
export const MatchBody = z.object({ text: z.string().trim().max(8000) });
export const VoteBody = z.object({ voter: z.uuid(), helped: z.boolean() });

export const HelpLine = z.object({
  articleId: z.uuid(),
  language: Language,
  title: z.string(),
  excerpt: z.string(),
  path: z.string(),
});
export const HelpListView = z.object({
  items: z.array(HelpLine),
  /** Those that people were answered with most. */
  frequent: z.array(HelpLine.extend({ answered: z.int() })),
  total: z.int(),
  clause: z.string().nullable(),
});
export const MatchView = z.object({
  items: z.array(HelpLine.extend({ link: z.string() })),
  /** The field of a request that carries the link; null where the regulation has none. */
  linkField: z.string().nullable(),
  clause: z.string().nullable(),
});
export const AnswersView = z.object({ items: z.array(HelpLine.extend({ answered: z.int(), answer: z.string() })) });
export const HelpArticleView = z.object({
  articleId: z.uuid(),
  language: Language,
  languages: z.array(Language),
  title: z.string(),
  /** Markdown; never to be shown as HTML that it may contain. */
  body: z.string(),
  publishedAt: z.iso.datetime(),
  path: z.string(),
});

export const WriteBody = z.object({ texts: Texts, groupId: text(100).nullish() });
/** The version that the writer has seen: who comes second is told. */
const Seen = z.object({ version: z.int().positive() });
export const SaveBody = WriteBody.extend(Seen.shape);
export const DatedBody = Seen.extend({ reviewBy: ReviewBy });
export const SeenBody = Seen;

const ArticleLine = z.object({
  articleId: z.uuid(),
  status: Status,
  title: z.string(),
  languages: z.array(Language),
  missing: z.array(Language),
  version: z.int(),
  publishedVersion: z.int().nullable(),
  reviewBy: z.iso.date().nullable(),
  due: z.boolean(),
  views: z.int(),
  answered: z.int(),
  helped: z.int(),
  notHelped: z.int(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
});
export const ArticleListView = z.object({ items: z.array(ArticleLine), due: z.int() });
export const ArticleView = ArticleLine.extend({
  texts: Texts,
  groupId: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  proposedReview: z.iso.date(),
  versions: z.array(
    z.object({
      version: z.int(),
      texts: Texts,
      savedBy: z.string(),
      savedAt: z.iso.datetime(),
      publishedAt: z.iso.datetime().nullable(),
    }),
  ),
});
