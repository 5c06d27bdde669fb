import type { AnyEvent } from '@reglament/contracts';
import { FixedClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import type { Outcome } from '@reglament/platform/outcome';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import type { z } from 'zod';
import { ArticleListView, ArticleView, HelpArticleView, HelpListView, MatchView } from '../http/article-schemas.ts';
import { file, filing, filingService, friday, intakeDatabase, letterWriter, quiet } from '../intake.samples.ts';
import { ApplyWork } from './apply-work.ts';
import { HelpShelf } from './help-shelf.ts';
import { KeepArticles } from './keep-articles.ts';
import { ReadHelp } from './read-help.ts';

let db: TestDatabase;
let keep: KeepArticles;
/** Two instances of the service, each with an index of its own. */
let help: readonly [ReadHelp, ReadHelp];
const clock = new FixedClock(friday);
const by = { caller: { tenant: 'edoc', subject: 'm-1', name: 'Айгуль Сейтова' }, language: 'ru' } as const;
const elsewhere = { ...by, caller: { ...by.caller, tenant: 'ovk' } } as const;

beforeAll(async () => {
  db = await intakeDatabase();
  keep = new KeepArticles(db.database, regulationBook(), clock);
  const reader = () =>
    new ReadHelp(db.database, regulationBook(), clock, new HelpShelf(), {
      PUBLIC_URL: 'https://help.example.org',
    } as never);
  help = [reader(), reader()];
});
afterAll(() => db.close());

async function value<S extends z.ZodType>(schema: S, outcome: Promise<Outcome<object>>): Promise<z.output<S>> {
  const made = await outcome;
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return schema.parse(made.value);
}
const codeOf = async (outcome: Promise<Outcome<object>>) => {
  const made = await outcome;
  return made.ok ? null : made.refusal.code;
};
const written = (title: string, body = 'Нажмите **«Подписать»**.') => ({
  texts: { ru: { title, body, asks: ['Где кнопка «Подписать»?'] } },
  groupId: null,
});
const listed = async (reader: ReadHelp, q = '') =>
  (await value(HelpListView, reader.list({ tenant: 'edoc', language: 'kk', q, limit: 50 }))).items;

test('a draft is nobody’s but the staff’s; published it is read, found and announced; another version waits for its publishing', async () => {
  const draft = await value(ArticleView, keep.add(by, written('Как подписать договор')));
  const { articleId } = draft;
  expect(await listed(help[0])).toEqual([]);
  expect(await codeOf(help[0].one('edoc', 'ru', articleId))).toBe('unknown-article');
  const published = await value(ArticleView, keep.publish(by, articleId, 1, '2027-01-20'));
  expect(published).toMatchObject({
    status: 'published',
    reviewBy: '2027-01-20',
    publishedVersion: 1,
    missing: ['kk'],
  });
  for (const reader of help) {
    expect(await listed(reader)).toMatchObject([{ articleId, title: 'Как подписать договор', language: 'ru' }]);
    expect(await listed(reader, 'подписание договора')).toMatchObject([{ articleId }]);
  }
  await value(ArticleView, keep.save(by, articleId, 1, written('Как подписать соглашение')));
  expect((await value(HelpArticleView, help[0].one('edoc', 'ru', articleId))).title).toBe('Как подписать договор');
  await value(ArticleView, keep.publish(by, articleId, 2, null));
  for (const reader of help) expect(await listed(reader)).toMatchObject([{ title: 'Как подписать соглашение' }]);
  const { versions } = await value(ArticleView, keep.one(by, articleId));
  expect(versions.map(({ version, publishedAt }) => [version, publishedAt !== null])).toEqual([
    [2, true],
    [1, true],
  ]);
  const said = await db.admin<{ type: string; payload: object }>(
    'SELECT type, payload FROM intake.outbox WHERE subject_id = $1 ORDER BY id',
    [articleId],
  );
  expect(said.map(({ type }) => type)).toEqual(['article.published.v1', 'article.published.v1']);
  expect(said[1]?.payload).toMatchObject({ version: 2, texts: { ru: { title: 'Как подписать соглашение' } } });
  expect(await codeOf(keep.one(elsewhere, articleId))).toBe('unknown-article');
  await value(ArticleView, keep.archive(by, articleId, 2));
  for (const reader of help) expect(await listed(reader)).toEqual([]);
});

test('who saves over somebody else’s version, or promises a text for a day that has passed, is told', async () => {
  const { articleId } = await value(ArticleView, keep.add(by, written('Как войти')));
  const both = await Promise.all([1, 2].map(() => codeOf(keep.save(by, articleId, 1, written('Как войти')))));
  expect(both.sort()).toEqual(['article-changed', null].sort());
  expect(await codeOf(keep.publish(by, articleId, 2, '2026-11-19'))).toBe('review-date');
  expect(await codeOf(keep.publish(by, articleId, 2, '2030-11-19'))).toBe('review-date');
  expect(await codeOf(keep.add(by, { texts: { uk: { title: 'А', body: 'Б', asks: [] } }, groupId: null }))).toBe(
    'article-language',
  );
});

test('kz-portal 30-15: what is due for review is listed until somebody has looked it through', async () => {
  const { articleId } = await value(ArticleView, keep.add(by, written('Как отозвать документ')));
  await value(ArticleView, keep.publish(by, articleId, 1, '2026-11-20'));
  const due = async () =>
    (await value(ArticleListView, keep.list(by))).items.filter((each) => each.due).map((each) => each.articleId);
  expect(await due()).toEqual([articleId]);
  await value(ArticleView, keep.review(by, articleId, 1, null));
  expect(await due()).toEqual([]);
});

test('edoc 10, 14: matching articles carry the link; an answer with one is counted once, an opinion once a reader', async () => {
  const { articleId } = await value(ArticleView, keep.add(by, written('Как подписать накладную')));
  await value(ArticleView, keep.publish(by, articleId, 1, null));
  const matched = await value(
    MatchView,
    help[0].match({ tenant: 'edoc', language: 'ru', q: 'Не могу подписать накладную', limit: 3 }),
  );
  expect(matched).toMatchObject({ linkField: 'article', clause: '10' });
  expect(matched.items[0]?.link).toBe(`https://help.example.org/h/edoc/help/${articleId}`);
  const { requestId } = await file(filingService(db), filing({}, 'edoc'));
  const payload = {
    ...{ requestId, messageId: newId(), by: { kind: 'staff', id: 'a', name: 'А' }, text: 'См. статью', articleId },
  };
  const event = { type: 'work.replied.v1', source: 'routing', tenant: 'edoc', subjectId: requestId, payload };
  const heard = { ...event, id: newId(), occurredAt: '2026-11-20T15:00:00.000Z' } as unknown as AnyEvent;
  await db.database.tenant('edoc', async (tx) =>
    new ApplyWork(regulationBook(), letterWriter(), quiet).handle(tx, heard),
  );
  const [reader, other] = [newId(), newId()];
  for (const [voter, helped] of [
    [reader, false],
    [reader, true],
    [other, false],
  ] as const) {
    await help[1].vote('edoc', 'ru', { articleId, voter, helped });
  }
  await help[0].viewed('edoc', 'ru', articleId);
  expect(await value(ArticleView, keep.one(by, articleId))).toMatchObject({
    ...{ answered: 1, helped: 1, notHelped: 1, views: 1 },
  });
  const { frequent } = await value(HelpListView, help[1].list({ tenant: 'edoc', language: 'ru', q: '', limit: 5 }));
  expect(frequent).toMatchObject([{ articleId, answered: 1 }]);
});
