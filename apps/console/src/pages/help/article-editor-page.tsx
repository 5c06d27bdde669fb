import { Button, Tabs, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { api } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { queryClient } from '../../app/query.ts';
import { useSession } from '../../app/session-context.ts';
import { ownNames } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { sayAloud } from '../../ui/say.ts';
import { Fault, Loading } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { type Article, articleQuery } from './api.ts';
import { ArticleVersions } from './article-versions.tsx';
import { draftOf, type EditedText, type EditedTexts, emptyText, textsOf } from './edited.ts';
import styles from './help.module.css';
import { ArticleBody } from './markdown.tsx';

const route = getRouteApi('/staff/articles/$articleId');
const newRoute = getRouteApi('/staff/articles/new');

/** An article that is there: its texts, what it is like to read, its publishing and its versions. */
export function ArticleEditorPage() {
  const { articleId } = route.useParams();
  const article = useQuery(articleQuery(articleId));
  return (
    <main id="main" className={layout.main}>
      <Back />
      {article.isPending ? <Loading rows={6} /> : null}
      {article.isError ? <Fault error={article.error} onRetry={() => void article.refetch()} /> : null}
      {article.data === undefined ? null : (
        <Editor key={`${articleId}.${article.data.version}`} article={article.data} groupId={article.data.groupId} />
      )}
    </main>
  );
}

/** A new article; one that is written for a group of questions comes with the question as its title. */
export function NewArticlePage() {
  const { group, title } = newRoute.useSearch();
  return (
    <main id="main" className={layout.main}>
      <Back />
      <Editor article={null} groupId={group ?? null} title={title ?? ''} />
    </main>
  );
}

function Back() {
  const { t } = useTexts();
  return (
    <p style={{ margin: '0 0 12px' }}>
      <Link to="/articles">{t('articles.back')}</Link>
    </p>
  );
}

function Editor({ article, groupId, title = '' }: { article: Article | null; groupId: string | null; title?: string }) {
  const { t } = useTexts();
  const { languages } = useHotline();
  const navigate = useNavigate();
  const first = languages[0] ?? 'ru';
  const start = useMemo(
    () => draftOf(article?.texts ?? { [first]: { title, body: '', asks: title === '' ? [] : [title] } }),
    [article, first, title],
  );
  const [texts, setTexts, forget] = useDraft<EditedTexts>(
    `article.${article?.articleId ?? 'new'}.${article?.version ?? 0}`,
    start,
  );
  const [language, setLanguage] = useState<Language>(first);
  const [missing, setMissing] = useState(false);
  const saving = useMutation({
    mutationFn: () => {
      const body = { texts: textsOf(texts), groupId };
      return article === null
        ? api.post<Article>('/intake/articles', body)
        : api.post<Article>(`/intake/articles/${article.articleId}/versions`, { ...body, version: article.version });
    },
    onSuccess: (saved) => {
      forget();
      keep(saved);
      sayAloud(t('articles.saved'));
      if (article === null) void navigate({ to: '/articles/$articleId', params: { articleId: saved.articleId } });
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const empty = Object.keys(textsOf(texts)).length === 0;
    setMissing(empty);
    if (!empty && !saving.isPending) saving.mutate();
  };
  const current = texts[language] ?? emptyText;
  const change = (part: Partial<EditedText>) =>
    setTexts((before) => ({ ...before, [language]: { ...(before[language] ?? emptyText), ...part } }));
  const changed = article === null || JSON.stringify(textsOf(texts)) !== JSON.stringify(textsOf(start));
  return (
    <>
      <PageHeading title={article === null ? t('articles.write') : article.title}>
        {article === null ? null : <span className="muted">{t(`articles.is.${article.status}`)}</span>}
      </PageHeading>
      <Tabs value={language} onChange={(next) => setLanguage((next ?? first) as Language)} mt="md">
        <Tabs.List>
          {languages.map((one) => (
            <Tabs.Tab key={one} value={one} lang={one}>
              {ownNames[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={language}>
          <div className={styles.editor}>
            <form className={styles.fields} onSubmit={save} noValidate>
              <TextInput
                label={t('articles.heading')}
                maxLength={200}
                value={current.title}
                error={missing && current.title.trim() === '' ? t('articles.needed') : undefined}
                onChange={(event) => change({ title: event.currentTarget.value })}
              />
              <Textarea
                label={t('articles.asks')}
                description={t('articles.asksHint')}
                autosize
                minRows={2}
                maxRows={8}
                value={current.asks}
                onChange={(event) => change({ asks: event.currentTarget.value })}
              />
              <Textarea
                label={t('articles.body')}
                description={t('articles.bodyHint')}
                autosize
                minRows={12}
                maxRows={30}
                maxLength={40000}
                value={current.body}
                error={missing && current.body.trim() === '' ? t('articles.needed') : undefined}
                onChange={(event) => change({ body: event.currentTarget.value })}
              />
              {saving.isError ? <Fault error={saving.error} /> : null}
              <div>
                <Button type="submit" loading={saving.isPending} disabled={!changed}>
                  {t('articles.save')}
                </Button>
              </div>
            </form>
            <section className={styles.preview} aria-label={t('articles.preview')}>
              <h2>{current.title === '' ? t('articles.preview') : current.title}</h2>
              <ArticleBody language={language}>{current.body}</ArticleBody>
            </section>
          </div>
        </Tabs.Panel>
      </Tabs>
      {article === null ? null : <Publishing article={article} unsaved={changed} />}
      {article === null ? null : <ArticleVersions article={article} />}
    </>
  );
}

type Move = 'publish' | 'review' | 'archive';

/** What moderators and managers decide: that it is read, that it is still true, that it is read no more. */
function Publishing({ article, unsaved }: { article: Article; unsaved: boolean }) {
  const { t } = useTexts();
  const { roles } = useSession();
  const [reviewBy, setReviewBy] = useState(article.proposedReview);
  const moving = useMutation({
    mutationFn: (verb: Move) =>
      api.post<Article>(`/intake/articles/${article.articleId}/${verb}`, {
        version: article.version,
        ...(verb === 'archive' ? {} : { reviewBy }),
      }),
    onSuccess: (moved, verb) => {
      keep(moved);
      sayAloud(t(`articles.done.${verb}`));
    },
  });
  if (!roles.includes('moderator') && !roles.includes('manager'))
    return <p className="muted">{t('articles.whoPublishes')}</p>;
  const newer = article.status !== 'published' || article.version !== article.publishedVersion;
  return (
    <>
      <div className={styles.bar}>
        <TextInput
          type="date"
          label={t('articles.trueUntil')}
          value={reviewBy}
          onChange={(event) => setReviewBy(event.currentTarget.value)}
        />
        {newer ? (
          <Button onClick={() => moving.mutate('publish')} loading={moving.isPending} disabled={unsaved}>
            {t('articles.publish')}
          </Button>
        ) : (
          <Button onClick={() => moving.mutate('review')} loading={moving.isPending}>
            {t('articles.stillTrue')}
          </Button>
        )}
        {article.status === 'archived' ? null : (
          <Button variant="default" onClick={() => moving.mutate('archive')} disabled={moving.isPending}>
            {t('articles.archive')}
          </Button>
        )}
      </div>
      {unsaved ? <p className="muted">{t('articles.saveFirst')}</p> : null}
      {moving.isError ? <Fault error={moving.error} /> : null}
    </>
  );
}

function keep(article: Article): void {
  queryClient.setQueryData(articleQuery(article.articleId).queryKey, article);
  void queryClient.invalidateQueries({ queryKey: ['articles'] });
}
