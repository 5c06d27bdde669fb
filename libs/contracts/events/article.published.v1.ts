import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id, Language } from '../tenant.ts';

/** Enough to know which questions have an article: its titles, the questions it answers, the group it was written for. */
export const ArticlePublishedV1 = defineEvent({
  type: 'article.published.v1',
  source: 'intake',
  says: 'A version of an article of the help centre was published',
  payload: z.object({
    articleId: Id,
    version: z.int().positive(),
    by: Actor,
    texts: z.partialRecord(
      Language,
      z.object({ title: z.string().max(200), asks: z.array(z.string().max(300)).max(20) }),
    ),
    /** The group of questions that the article was written for, where there was one. */
    groupId: z.string().max(100).nullable(),
    /** The tenant's local date until which the text is promised to be true. */
    reviewBy: z.iso.date(),
  }),
});
