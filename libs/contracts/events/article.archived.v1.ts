import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const ArticleArchivedV1 = defineEvent({
  type: 'article.archived.v1',
  source: 'intake',
  says: 'An article was taken out of the help centre',
  payload: z.object({ articleId: Id, by: Actor }),
});
