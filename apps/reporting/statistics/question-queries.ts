import { defineTenantQuery } from '@reglament/platform/clickhouse';
import { z } from 'zod';
import { Span } from './queries.ts';
import { askedMost, TEXTS, TEXTS_OF, WORDINGS_OF } from './question-sets.ts';
import { RECEIVED } from './sets.ts';

const Count = z.int().min(0);
const Asked = z.object({ key: z.uuid(), wording: z.string(), subject: z.string(), count: Count });

/** The most frequent questions as reports, exports and dashboards show them. */
export const questions = defineTenantQuery({
  name: 'most frequent questions',
  params: Span,
  row: Asked,
  sql: askedMost(20),
});

/** All groups of the period, for the managers' page: the bound is far above what anybody reads. */
export const allQuestions = defineTenantQuery({
  name: 'questions by frequency',
  params: Span,
  row: Asked,
  sql: askedMost(5_000),
});

export const questionTexts = defineTenantQuery({
  name: 'texts of questions',
  params: Span.extend({ after: z.uuid(), limit: z.int().min(1).max(100_000) }),
  row: z.object({ id: z.uuid(), question: z.string() }),
  sql: TEXTS,
});

/** The questions of these requests of the period. */
export const textsOf = defineTenantQuery({
  name: 'texts of some questions',
  params: Span.extend({ ids: z.array(z.uuid()).min(1).max(500) }),
  row: z.object({ id: z.uuid(), question: z.string() }),
  sql: TEXTS_OF,
});

/** What these requests asked, and how many others asked it in the very same words. */
export const wordingsOf = defineTenantQuery({
  name: 'wordings of erased requests',
  params: z.object({ ids: z.array(z.uuid()).min(1).max(500) }),
  row: z.object({ question: z.string(), others: Count }),
  sql: WORDINGS_OF,
});

/** The articles that are published now, as their latest event says; one that was taken out is not there. */
export const publishedArticles = defineTenantQuery({
  name: 'published articles',
  params: z.object({}),
  row: z.object({ payload: z.string() }),
  sql: `SELECT argMax(payload, (occurred_at, toString(id))) AS payload FROM events
WHERE tenant = {tenant:String} AND fault = '' AND type IN ('article.published.v1', 'article.archived.v1')
GROUP BY subject_id HAVING argMax(type, (occurred_at, toString(id))) = 'article.published.v1' LIMIT 5000`,
});

/** How many requests there are to group. */
export const questionsAsked = defineTenantQuery({
  name: 'questions asked',
  params: Span,
  row: z.object({ count: Count }),
  sql: `SELECT count() AS count ${RECEIVED}`,
});

/** How far the copy of the groups has come. */
export const copiedUpTo = defineTenantQuery({
  name: 'copied question groups',
  params: z.object({}),
  row: z.object({ version: z.int() }),
  sql: `SELECT toInt64(greatest((SELECT max(version) FROM question_members WHERE tenant = {tenant:String}),
  (SELECT max(version) FROM question_groups WHERE tenant = {tenant:String}))) AS version`,
});
