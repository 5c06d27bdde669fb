import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { queryClient } from '../../app/query.ts';
import { useSession } from '../../app/session-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { useLive } from '../../work/live.ts';
import { LiveMark } from '../../work/live-mark.tsx';
import { servicesQuery } from './api.ts';
import styles from './documents.module.css';
import { OneService } from './one-service.tsx';

const route = getRouteApi('/staff/documents');
const views = ['owed', 'sent'] as const;

/** Documents after service: what clients are still owed and by when, and what they were sent. */
export function DocumentsPage() {
  const { t } = useTexts();
  const { documents } = useHotline();
  const { roles } = useSession();
  const navigate = route.useNavigate();
  const asked = route.useSearch().show;
  const show = views.find((view) => view === asked) ?? 'owed';
  const list = useQuery({ ...servicesQuery(), enabled: documents !== null });
  // A clock starts a moment after the services are said to have ended, and somebody else may send the documents.
  useLive(() => void queryClient.invalidateQueries(servicesQuery()));
  if (documents === null) {
    return (
      <main id="main" className={layout.main}>
        <PageHeading title={t('documents.title')} />
        <Empty title={t('documents.notHere')} />
      </main>
    );
  }
  const items = (list.data ?? []).filter(({ dispatch }) => (dispatch === null) === (show === 'owed'));
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('documents.title')}>
        <LiveMark />
      </PageHeading>
      <p className="muted" style={{ maxWidth: 720 }}>
        {t('documents.about')} <ClauseMark number={documents.clause} />
      </p>
      <SegmentedControl
        my="lg"
        aria-label={t('documents.show')}
        value={show}
        onChange={(next) =>
          void navigate({ search: { show: next === 'owed' ? undefined : next } as { show?: string } })
        }
        data={views.map((view) => ({ value: view, label: t(`documents.view.${view}`) }))}
      />
      {list.isPending ? <Loading rows={3} height={120} /> : null}
      {list.isError && list.data === undefined ? (
        <Fault error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data !== undefined && items.length === 0 ? (
        <Empty title={t(`documents.none.${show}`)}>
          {show === 'owed' ? <p className="muted">{t('documents.how')}</p> : null}
          {show === 'owed' && roles.includes('agent') ? (
            <Link to="/agent" search={{ show: 'closed' }}>
              {t('documents.toClosed')}
            </Link>
          ) : null}
        </Empty>
      ) : null}
      <ul className={styles.list}>
        {items.map((item) => (
          <OneService key={item.requestId} item={item} />
        ))}
      </ul>
    </main>
  );
}
