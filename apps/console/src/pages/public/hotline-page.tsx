import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Accepted, Hotline } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { AcceptedView } from './accepted-view.tsx';
import { HotlineFacts } from './hotline-facts.tsx';
import styles from './public.module.css';
import { PublicForm } from './public-form.tsx';
import { Rules } from './rules.tsx';

const route = getRouteApi('/h/$tenant');

/** A hotline’s page: what it is, when it works, its form, and the rules it works by. */
export function HotlinePage() {
  const { entry, article } = route.useSearch();
  const { t, say } = useTexts();
  const hotline = useHotline();
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const entryPoint = entryPointOf(hotline, entry);

  if (accepted !== null) return <AcceptedView accepted={accepted} onAnother={() => setAccepted(null)} />;
  const form =
    entryPoint === undefined ? (
      <p className={styles.notice}>{t('form.noForm')}</p>
    ) : (
      <PublicForm key={entryPoint.id} entryPoint={entryPoint} about={article} onAccepted={setAccepted} />
    );
  return (
    <>
      <div className={styles.columns}>
        <div>
          <PageHeading title={say(hotline.name)} />
          <p className={styles.welcome} lang={hotline.languages[0]}>
            {say(hotline.texts.welcome)}
          </p>
          {hotline.isOpen ? null : <p className={styles.notice}>{say(hotline.texts.closed)}</p>}
          {form}
        </div>
        <aside className={styles.aside} aria-label={t('facts.title')}>
          <HotlineFacts />
          {hotline.chat === null ? null : (
            <Link to="/h/$tenant/chat" params={{ tenant: hotline.tenant }}>
              {t('chat.link')}
            </Link>
          )}
          <Link to="/h/$tenant/help" params={{ tenant: hotline.tenant }}>
            {t('help.link')}
          </Link>
          <Link to="/h/$tenant/status" params={{ tenant: hotline.tenant }}>
            {t('status.link')}
          </Link>
          {hotline.accounts === null ? null : (
            <Link to="/h/$tenant/account" params={{ tenant: hotline.tenant }}>
              {t('mine.link')}
            </Link>
          )}
        </aside>
      </div>
      <Rules />
    </>
  );
}

/** The form that was asked for; else the first of the public ones. Telephone lines and mailboxes have no form here. */
function entryPointOf(hotline: Hotline, asked: string | undefined) {
  // Where a regulation has a chat, it has a page of its own.
  const forms = hotline.entryPoints.filter(
    (one) => one.channel === 'web' || (one.channel === 'chat' && hotline.chat === null),
  );
  return forms.find((one) => one.id === asked) ?? forms[0];
}
