import { Button, NativeSelect, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { plainDate } from '../../time/format.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { type ArticleLine, articlesQuery } from './api.ts';
import styles from './help.module.css';

const shows = {
  all: (line: ArticleLine) => line.status !== 'archived',
  due: (line: ArticleLine) => line.due,
  draft: (line: ArticleLine) => line.status === 'draft' || line.version !== (line.publishedVersion ?? line.version),
  published: (line: ArticleLine) => line.status === 'published',
  archived: (line: ArticleLine) => line.status === 'archived',
} as const;
type Shown = keyof typeof shows;

/** The help centre as the staff keeps it: what is written, what became of it, what must be looked through (kz-portal 30-15). */
export function ArticlesPage() {
  const { t, language } = useTexts();
  const [shown, setShown] = useState<Shown>('all');
  const articles = useQuery(articlesQuery(language));
  const items = articles.data?.items.filter(shows[shown]) ?? [];
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('articles.title')}>
        <Button component={Link} to="/articles/new">
          {t('articles.write')}
        </Button>
      </PageHeading>
      {articles.data !== undefined && articles.data.due > 0 ? (
        <p className={styles.due} role="status">
          {t('articles.dueCount', { count: articles.data.due })}
        </p>
      ) : null}
      <div className={styles.bar}>
        <NativeSelect
          label={t('articles.show')}
          value={shown}
          onChange={(event) => setShown(event.currentTarget.value as Shown)}
          data={(Object.keys(shows) as Shown[]).map((value) => ({ value, label: t(`articles.shown.${value}`) }))}
        />
      </div>
      {articles.isPending ? <Loading rows={5} /> : null}
      {articles.isError ? <Fault error={articles.error} onRetry={() => void articles.refetch()} /> : null}
      {articles.isSuccess && items.length === 0 ? <Empty title={t('articles.none')} /> : null}
      {items.length === 0 ? null : <Lines items={items} />}
    </main>
  );
}

function Lines({ items }: { items: readonly ArticleLine[] }) {
  const { t, language } = useTexts();
  return (
    <Table.ScrollContainer
      minWidth={860}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('articles.title') } }}
    >
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('articles.heading')}</Table.Th>
            <Table.Th>{t('articles.status')}</Table.Th>
            <Table.Th>{t('articles.review')}</Table.Th>
            <Table.Th ta="right">{t('articles.views')}</Table.Th>
            <Table.Th ta="right">{t('articles.helped')}</Table.Th>
            <Table.Th ta="right">{t('articles.answered')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((line) => (
            <Table.Tr key={line.articleId}>
              <Table.Td>
                <Link to="/articles/$articleId" params={{ articleId: line.articleId }}>
                  {line.title}
                </Link>
                <div className="small muted">
                  {line.languages.join(', ')}
                  {line.missing.length === 0
                    ? null
                    : ` · ${t('articles.missing', { languages: line.missing.join(', ') })}`}
                </div>
              </Table.Td>
              <Table.Td>
                {t(`articles.is.${line.status}`)}
                {line.status === 'published' && line.version !== line.publishedVersion ? (
                  <div className="small muted">{t('articles.newer')}</div>
                ) : null}
              </Table.Td>
              <Table.Td {...(line.due ? { c: 'var(--late)' } : {})}>
                {line.reviewBy === null ? '—' : plainDate(line.reviewBy, language, 'short')}
                {line.due ? <div className="small">{t('articles.due')}</div> : null}
              </Table.Td>
              <Table.Td ta="right">{line.views}</Table.Td>
              <Table.Td ta="right">
                {line.helped + line.notHelped === 0 ? '—' : `${line.helped} / ${line.helped + line.notHelped}`}
              </Table.Td>
              <Table.Td ta="right">{line.answered}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
