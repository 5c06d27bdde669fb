import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ProblemError } from '../../api/client.ts';
import { hotlineQuery } from '../../api/queries.ts';
import type { Accepted } from '../../api/types.ts';
import { HotlineContext, useHotline } from '../../app/hotline-context.ts';
import { firstSupported } from '../../i18n/languages.ts';
import { useTenantLanguage } from '../../i18n/use-tenant-language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClockBanner } from '../../ui/clock-banner.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { LanguageSwitch } from '../../ui/switches.tsx';
import { Chat } from '../chat/chat.tsx';
import { AcceptedView } from '../public/accepted-view.tsx';
import styles from '../public/public.module.css';
import { PublicForm } from '../public/public-form.tsx';
import embed from './embed.module.css';
import { useEmbeddedHeight } from './use-embedded-height.ts';

const route = getRouteApi('/embed/$tenant/$entryPoint');

/** One form of a hotline, alone, for the frame in a page of the tenant’s own site (ovk 2.2, initiative 2.1). */
export function EmbedPage() {
  const { t } = useTexts();
  const { tenant } = route.useParams();
  const { lang } = route.useSearch();
  const hotline = useQuery(hotlineQuery(tenant));
  const page = useRef<HTMLElement>(null);
  useTenantLanguage(hotline.data, firstSupported([lang ?? '']));
  useEmbeddedHeight(page);
  const unknown = hotline.error instanceof ProblemError && hotline.error.problem.status === 404;
  return (
    <main id="main" ref={page} className={embed.page}>
      {unknown ? <p className={styles.notice}>{t('embed.unknown')}</p> : null}
      {hotline.isError && !unknown ? <Fault error={hotline.error} onRetry={() => void hotline.refetch()} /> : null}
      {hotline.isPending ? <Loading rows={6} /> : null}
      {hotline.data === undefined ? null : (
        <HotlineContext value={hotline.data}>
          <ClockBanner />
          <Form />
          <Phone />
        </HotlineContext>
      )}
    </main>
  );
}

/** Under the form and under the thanks: those who cannot write can ring (ovk 1.6). */
function Phone() {
  const { t } = useTexts();
  const { phone } = useHotline();
  return phone === null ? null : <p className="muted">{t('foot.phone', { phone })}</p>;
}

function Form() {
  const { t, say } = useTexts();
  const hotline = useHotline();
  const { entryPoint: asked } = route.useParams();
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const entryPoint = hotline.entryPoints.find(
    ({ id, channel }) => id === asked && (channel === 'web' || channel === 'chat'),
  );
  if (entryPoint === undefined) return <p className={styles.notice}>{t('embed.unknown')}</p>;
  if (entryPoint.id === hotline.chat?.entryPoint) return <EmbeddedChat />;
  if (accepted !== null) return <AcceptedView accepted={accepted} embedded onAnother={() => setAccepted(null)} />;
  return (
    <>
      <div className={embed.head}>
        {/* The reader is at the site’s page: the heading must not take the focus from it. */}
        <h1>{t('form.title')}</h1>
        {hotline.languages.length > 1 ? <LanguageSwitch among={hotline.languages} /> : null}
      </div>
      {hotline.isOpen ? null : <p className={styles.notice}>{say(hotline.texts.closed)}</p>}
      <PublicForm entryPoint={entryPoint} onAccepted={setAccepted} />
      <p className={embed.more}>
        <a href={`/h/${hotline.tenant}/help`} target="_blank" rel="noopener">
          {t('help.link')}
        </a>
        <a href={`/h/${hotline.tenant}/status`} target="_blank" rel="noopener">
          {t('status.link')}
        </a>
        <a href={`/h/${hotline.tenant}`} target="_blank" rel="noopener">
          {t('embed.wholePage')}
        </a>
      </p>
    </>
  );
}

function EmbeddedChat() {
  const { t } = useTexts();
  const { languages } = useHotline();
  return (
    <>
      <div className={embed.head}>
        <h1>{t('chat.title')}</h1>
        {languages.length > 1 ? <LanguageSwitch among={languages} /> : null}
      </div>
      <Chat />
    </>
  );
}
