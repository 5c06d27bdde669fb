import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../api/types.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import type { Article } from './api.ts';
import styles from './help.module.css';
import { ArticleBody } from './markdown.tsx';

/** Every version of an article: who wrote it when, whether anybody has read it, and what it said. */
export function ArticleVersions({ article }: { article: Article }) {
  const { t } = useTexts();
  const [shown, setShown] = useState<Article['versions'][number] | null>(null);
  return (
    <section className={styles.versions} aria-labelledby="versions">
      <h2 id="versions">{t('articles.versions')}</h2>
      <ul className={styles.lines}>
        {article.versions.map((version) => (
          <li key={version.version}>
            {t('articles.version', { number: version.version })} · {version.savedBy} ·{' '}
            <Moment at={version.savedAt} exact />
            {version.publishedAt === null ? null : (
              <span className="muted">
                {' '}
                · {t('articles.publishedAt')} <Moment at={version.publishedAt} exact />
              </span>
            )}{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => setShown(version)}>
              {t('articles.look')}
            </Button>
          </li>
        ))}
      </ul>
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        size="lg"
        title={shown === null ? '' : t('articles.version', { number: shown.version })}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {Object.entries(shown?.texts ?? {}).map(([language, text]) => (
          <article key={language} lang={language}>
            <h3>{text.title}</h3>
            <ArticleBody language={language as Language}>{text.body}</ArticleBody>
          </article>
        ))}
      </Modal>
    </section>
  );
}
