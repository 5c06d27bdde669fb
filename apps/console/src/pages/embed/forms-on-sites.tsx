import { Anchor, Button, CopyButton } from '@mantine/core';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Empty } from '../../ui/states.tsx';
import styles from './embed.module.css';
import { snippetFor } from './snippet.ts';

/** What an administrator gives to whoever keeps the organisation’s sites: the lines that show a form there. */
export function FormsOnSites() {
  const { t } = useTexts();
  const { entryPoints } = useHotline();
  const forms = entryPoints.filter(({ channel }) => channel === 'web' || channel === 'chat');
  if (forms.length === 0) return <Empty title={t('embed.noForms')} />;
  return (
    <div className={styles.forms}>
      <p style={{ margin: 0 }}>{t('embed.intro')}</p>
      {forms.map((form) => (
        <FormOnSites key={form.id} form={form} />
      ))}
    </div>
  );
}

function FormOnSites({ form }: { form: ReturnType<typeof useHotline>['entryPoints'][number] }) {
  const { t, say } = useTexts();
  const { tenant } = useHotline();
  const title = say(form.name);
  const snippet = snippetFor({ origin: window.location.origin, tenant, entryPoint: form.id, title });
  return (
    <section className={styles.form} aria-labelledby={`form-${form.id}`}>
      <h2 id={`form-${form.id}`}>
        {title} <ClauseMark number={form.clause} />
      </h2>
      {form.sites.length === 0 ? (
        <p className="muted">{t('embed.noSites')}</p>
      ) : (
        <>
          <p>{t('embed.sites', { sites: form.sites.join(', ') })}</p>
          <pre className={styles.snippet}>
            <code>{snippet}</code>
          </pre>
          <div className={styles.actions}>
            <CopyButton value={snippet}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t('embed.copied') : t('embed.copy')}
                </Button>
              )}
            </CopyButton>
            <Anchor href={`/embed/${tenant}/${form.id}`} target="_blank" rel="noopener" style={{ alignSelf: 'center' }}>
              {t('embed.look')}
            </Anchor>
          </div>
        </>
      )}
    </section>
  );
}
