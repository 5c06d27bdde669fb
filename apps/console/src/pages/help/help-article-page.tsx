import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, ProblemError } from '../../api/client.ts';
import { NotFound } from '../../app/faults.tsx';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { keptInBrowser, keptInTab } from '../../ui/kept.ts';
import { Moment } from '../../ui/moment.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { type HelpArticle, helpArticleQuery } from './api.ts';
import styles from './help.module.css';
import { ArticleBody } from './markdown.tsx';

const route = getRouteApi('/h/$tenant/help/$articleId');

/** One article, and whether it helped. */
export function HelpArticlePage() {
  const { t, language } = useTexts();
  const { tenant } = useHotline();
  const { articleId } = route.useParams();
  const article = useQuery({ ...helpArticleQuery(tenant, articleId, language), retry: false });
  useCounted(tenant, article.data?.articleId);
  const gone = article.error instanceof ProblemError && [400, 404].includes(article.error.problem.status);
  if (gone) return <NotFound />;
  return (
    <article className={styles.article}>
      <p style={{ margin: '0 0 12px' }}>
        <Link to="/h/$tenant/help" params={{ tenant }}>
          {t('help.back')}
        </Link>
      </p>
      {article.isPending ? <Loading rows={5} /> : null}
      {article.isError ? <Fault error={article.error} onRetry={() => void article.refetch()} /> : null}
      {article.data === undefined ? null : <Whole article={article.data} />}
    </article>
  );
}

function Whole({ article }: { article: HelpArticle }) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  return (
    <>
      <PageHeading title={article.title} />
      <p className="muted small" style={{ margin: '4px 0 0' }}>
        {t('help.published')} <Moment at={article.publishedAt} exact />
      </p>
      <ArticleBody language={article.language}>{article.body}</ArticleBody>
      <DidItHelp tenant={tenant} articleId={article.articleId} />
      <p>
        <Link to="/h/$tenant" params={{ tenant }} search={{ article: article.articleId }}>
          {t('help.askAbout')}
        </Link>
      </p>
    </>
  );
}

function DidItHelp({ tenant, articleId }: { tenant: string; articleId: string }) {
  const { t } = useTexts();
  const [said, setSaid] = useState<boolean | null>(null);
  const voting = useMutation({
    mutationFn: (helped: boolean) =>
      api.post(`/intake/hotlines/${tenant}/articles/${articleId}/votes`, { voter: voter(), helped }),
    onSuccess: (_, helped) => setSaid(helped),
  });
  return (
    <fieldset className={styles.helped}>
      <legend>{t('help.didItHelp')}</legend>
      {[true, false].map((helped) => (
        <Button
          key={String(helped)}
          variant={said === helped ? 'filled' : 'default'}
          aria-pressed={said === helped}
          loading={voting.isPending && voting.variables === helped}
          onClick={() => voting.mutate(helped)}
        >
          {helped ? t('help.yes') : t('help.no')}
        </Button>
      ))}
      <span role="status" className="muted">
        {said === null ? null : t(said ? 'help.thanks' : 'help.sorry')}
      </span>
      {voting.isError ? <Fault error={voting.error} /> : null}
    </fieldset>
  );
}

/** A name that means nobody: so that one reader has one opinion. */
function voter(): string {
  const kept = keptInBrowser.getItem('reglament.voter');
  if (kept !== null) return kept;
  const made = crypto.randomUUID();
  keptInBrowser.setItem('reglament.voter', made);
  return made;
}

/** A reading is counted once a tab; that it could not be counted is nobody’s trouble. */
function useCounted(tenant: string, articleId: string | undefined): void {
  useEffect(() => {
    if (articleId === undefined) return;
    const key = `reglament.read.${articleId}`;
    if (keptInTab.getItem(key) !== null) return;
    keptInTab.setItem(key, '1');
    api.post(`/intake/hotlines/${tenant}/articles/${articleId}/views`, {}).catch(() => undefined);
  }, [tenant, articleId]);
}
