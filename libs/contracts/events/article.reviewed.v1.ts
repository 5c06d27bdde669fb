import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const ArticleReviewedV1 = defineEvent({
  type: 'article.reviewed.v1',
  source: 'intake',
  says: 'Somebody looked an article through and found it true',
  payload: z.object({ articleId: Id, version: z.int().positive(), by: Actor, reviewBy: z.iso.date() }),
});
