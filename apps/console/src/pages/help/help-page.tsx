import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { type HelpLine, helpQuery } from './api.ts';
import styles from './help.module.css';
import { useSettled } from './use-settled.ts';

const route = getRouteApi('/h/$tenant/help');

/** The help centre of a hotline: what people ask most, all articles, and a search over both. */
export function HelpPage() {
  const { t, language } = useTexts();
  const { tenant } = useHotline();
  const { q = '' } = route.useSearch();
  const navigate = useNavigate();
  const settled = useSettled(q.trim());
  const help = useQuery(helpQuery(tenant, settled, language));
  return (
    <>
      <PageHeading title={t('help.title')}>
        <Link to="/h/$tenant" params={{ tenant }}>
          {t('help.ask')}
        </Link>
      </PageHeading>
      <search className={styles.search}>
        <TextInput
          size="md"
          type="search"
          aria-label={t('help.search')}
          placeholder={t('help.searchHint')}
          leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
          value={q}
          maxLength={300}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            void navigate({ to: '.', search: typed === '' ? {} : { q: typed }, replace: true });
          }}
        />
      </search>
      {help.isPending ? <Loading rows={4} height={64} /> : null}
      {help.isError ? <Fault error={help.error} onRetry={() => void help.refetch()} /> : null}
      {help.data === undefined ? null : (
        <div aria-live="polite">
          {settled === '' && help.data.frequent.length > 0 ? (
            <section className={styles.part} aria-labelledby="frequent">
              <h2 id="frequent">
                {t('help.frequent')} <ClauseMark number={help.data.clause} />
              </h2>
              <Lines items={help.data.frequent} />
            </section>
          ) : null}
          {help.data.items.length === 0 ? (
            <Empty title={help.data.total === 0 ? t('help.empty') : t('help.nothing', { words: settled })}>
              <p>
                <Link to="/h/$tenant" params={{ tenant }}>
                  {t('help.askInstead')}
                </Link>
              </p>
            </Empty>
          ) : (
            <section className={styles.part} aria-labelledby="all">
              <h2 id="all">{settled === '' ? t('help.all') : t('help.found', { count: help.data.items.length })}</h2>
              <Lines items={help.data.items} />
            </section>
          )}
        </div>
      )}
    </>
  );
}

function Lines({ items }: { items: readonly HelpLine[] }) {
  const { tenant } = useHotline();
  return (
    <ul className={styles.lines}>
      {items.map((line) => (
        <li key={line.articleId} lang={line.language}>
          <Link to="/h/$tenant/help/$articleId" params={{ tenant, articleId: line.articleId }}>
            {line.title}
          </Link>
          <p className="muted">{line.excerpt}</p>
        </li>
      ))}
    </ul>
  );
}
