import { soon } from './bench.ts';
import { bench, file, fileFor, hours, submitted, type Tenant } from './eastern.ts';

interface Line {
  readonly articleId: string;
  readonly title: string;
  readonly path: string;
}
interface Article {
  readonly articleId: string;
  readonly version: number;
  readonly reviewBy: string | null;
  readonly proposedReview: string;
  readonly due: boolean;
  readonly answered: number;
  readonly views: number;
}
interface Help {
  readonly items: readonly Line[];
  readonly frequent: readonly (Line & { readonly answered: number })[];
}
interface Matches {
  readonly items: readonly (Line & { readonly link: string })[];
  readonly linkField: string | null;
}

const help = (tenant: Tenant, q: string) =>
  bench().get<Help>(null, `/intake/hotlines/${tenant}/articles?q=${encodeURIComponent(q)}`);
const match = (tenant: Tenant, text: string) =>
  bench().post<Matches>(null, `/intake/hotlines/${tenant}/articles/match`, { text });

test('edoc 10: whoever writes is shown the articles that match, in either language; a request that extends one carries its link', async () => {
  const text = 'Не могу подписать договор: портал не видит ключ подписи.';
  const { items, linkField } = await match('edoc', text);
  const article = items[0];
  expect(article?.title).toBe('Как подписать документ электронной подписью');
  expect((await match('edoc', 'Құжатқа қол қоя алмай жатырмын')).items[0]?.articleId).toBe(article?.articleId);
  expect((await match('edoc', 'Принтер мнёт бумагу')).items).toEqual([]);
  expect(linkField).toBe('article');
  for (const category of ['consultation', 'error']) {
    const own = category === 'error' ? { steps: '1', expected: '2', actual: '3' } : {};
    const fields = { identification: 'login-4711', ...own, [linkField ?? '']: article?.link ?? '' };
    const { requestId } = await file('edoc', { category, text, fields });
    expect((await submitted('edoc', requestId)).fields.article).toMatch(
      new RegExp(`^https?://.+/h/edoc/help/${article?.articleId}$`),
    );
  }
});

test('edoc 14: an agent answers with an article in one action; the requester gets its link, and the article climbs the FAQ', async () => {
  const text = 'Забыла пароль, не могу войти на портал';
  const { requestId, email } = await fileFor('agent', 'edoc', { text });
  const { items } = await bench().get<{ items: { articleId: string; answer: string }[] }>(
    'agent@edoc',
    `/intake/articles/answers?language=ru&q=${encodeURIComponent(text)}`,
  );
  const [article] = items;
  const counted = async () =>
    bench()
      .get<Article>('manager@edoc', `/intake/articles/${article?.articleId}`)
      .then(({ answered }) => answered);
  const before = await counted();
  const { trail } = await bench().act('agent@edoc', requestId, 'reply', {
    text: article?.answer,
    articleId: article?.articleId,
  });
  expect(trail.at(-1)).toMatchObject({ verb: 'reply', detail: { articleId: article?.articleId } });
  expect(await bench().letter('edoc', email, `/h/edoc/help/${article?.articleId}`)).toBeDefined();
  await soon(async () => expect(await counted()).toBe(before + 1));
  expect((await help('edoc', '')).frequent).toContainEqual(
    expect.objectContaining({ articleId: article?.articleId, answered: before + 1 }),
  );
});

test('kz-portal 30-15: the knowledge base is published for anybody, and what is due for review is listed until it is looked through', async () => {
  const found = await help('kz-portal', 'как записать ребёнка в детский сад');
  expect(found.items[0]?.title).toBe('Как подать заявление в очередь');
  const texts = {
    ru: { title: 'Как сменить район в заявлении', body: 'Откройте **«Моё заявление»** и выберите район.', asks: [] },
    kk: { title: 'Өтініштегі ауданды қалай өзгертуге болады', body: '**«Менің өтінішім»** бетін ашыңыз.', asks: [] },
  };
  const draft = await bench().post<Article>('agent@kz-portal', '/intake/articles', { texts });
  const at = `/intake/articles/${draft.articleId}`;
  const open = `/intake/hotlines/kz-portal/articles/${draft.articleId}`;
  expect((await bench().call(null, 'GET', open)).status).toBe(404);
  expect((await bench().call('agent@kz-portal', 'POST', `${at}/publish`, { version: 1 })).status).toBe(403);
  // True until today, by the tenant's calendar: a text that has to be looked through at once. The day may turn meanwhile.
  await soon(async () => {
    const { now } = await bench().get<{ now: string }>(null, '/intake/hotlines/kz-portal');
    const reviewBy = new Date(Date.parse(now) + 5 * hours).toISOString().slice(0, 10);
    await bench().post('moderator@kz-portal', `${at}/publish`, { version: 1, reviewBy });
  });
  const inKazakh = await bench().call(null, 'GET', open, undefined, 'kk');
  expect(inKazakh.body).toMatchObject({ language: 'kk', title: texts.kk.title });
  await bench().call(null, 'POST', `${open}/views`, {});
  await soon(async () => {
    const { items, due } = await bench().get<{ items: Article[]; due: number }>(
      'manager@kz-portal',
      '/intake/articles',
    );
    expect(items.find(({ articleId }) => articleId === draft.articleId)).toMatchObject({ due: true, views: 1 });
    expect(due).toBeGreaterThan(0);
  });
  const reviewed = await bench().post<Article>('manager@kz-portal', `${at}/review`, { version: 1 });
  expect(reviewed).toMatchObject({ due: false, reviewBy: reviewed.proposedReview });
  await bench().post('manager@kz-portal', `${at}/archive`, { version: 1 });
  expect((await bench().call(null, 'GET', open)).status).toBe(404);
});
