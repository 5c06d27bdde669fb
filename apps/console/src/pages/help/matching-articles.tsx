import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { RequestForm } from '../../request-form/use-request-form.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { linkFieldQuery, matchesQuery } from './api.ts';
import styles from './help.module.css';
import { useSettled } from './use-settled.ts';

/** Before filing, while the requester writes: the articles that may answer it; a request that extends one carries its link (edoc 10). */
export function MatchingArticles({ form, about }: { form: RequestForm; about?: string | undefined }) {
  const { t, language } = useTexts();
  const { tenant } = useHotline();
  const text = useSettled(form.draft.text.trim());
  const matches = useQuery(matchesQuery(tenant, text, language));
  const items = text.length < 8 ? [] : (matches.data?.items ?? []);
  const field = form.category?.fields.find(({ id }) => id === matches.data?.linkField);
  const carried = field === undefined ? '' : (form.draft.fields[field.id] ?? '');
  const carry = (link: string) => {
    if (field !== undefined) form.change({ fields: { ...form.draft.fields, [field.id]: link } }, `fields.${field.id}`);
  };
  // Who comes from an article asks about it: the link is there as soon as the category has a place for it.
  const rule = useQuery(linkFieldQuery(tenant, about !== undefined));
  const place = form.category?.fields.find(({ id }) => id === rule.data);
  useEffect(() => {
    if (about === undefined || place === undefined) return;
    const link = `${window.location.origin}/h/${tenant}/help/${about}`;
    if (form.draft.fields[place.id] === undefined)
      form.change({ fields: { ...form.draft.fields, [place.id]: link } }, `fields.${place.id}`);
  }, [about, place, tenant, form]);
  return (
    <div role="status">
      {items.length === 0 ? null : (
        <section className={styles.matches} aria-labelledby="matches">
          <h3 id="matches">
            {t('help.perhaps')} <ClauseMark number={matches.data?.clause} />
          </h3>
          <ul className={styles.lines}>
            {items.map((line) => (
              <li key={line.articleId} lang={line.language}>
                <a href={line.path} target="_blank" rel="noopener">
                  {line.title}
                </a>
                <p className="muted">{line.excerpt}</p>
                {field === undefined ? null : (
                  <Button
                    size="compact-sm"
                    variant={carried === line.link ? 'light' : 'default'}
                    aria-pressed={carried === line.link}
                    onClick={() => carry(carried === line.link ? '' : line.link)}
                  >
                    {t(carried === line.link ? 'help.extends' : 'help.extend')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
