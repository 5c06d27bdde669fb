import { SegmentedControl } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useNames } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { workListQuery } from '../../work/api.ts';
import { Countdown } from '../../work/countdown.tsx';
import { useLive } from '../../work/live.ts';
import { LiveMark } from '../../work/live-mark.tsx';
import type { WorkItem } from '../../work/types.ts';
import styles from './agent.module.css';

const route = getRouteApi('/staff/agent');
const views = ['open', 'waiting', 'postponed', 'closed'] as const;

/** An agent's own work: what is open, what waits for somebody, what is done. */
export function AgentPage() {
  const { t } = useTexts();
  const navigate = route.useNavigate();
  const asked = route.useSearch().show;
  const show = views.find((view) => view === asked) ?? 'open';
  const list = useQuery(workListQuery('me', show));
  useLive(() => void queryClient.invalidateQueries({ queryKey: ['work-list'] }));
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('agent.title')}>
        <LiveMark />
      </PageHeading>
      <SegmentedControl
        my="lg"
        aria-label={t('agent.show')}
        value={show}
        onChange={(next) =>
          void navigate({ search: { show: next === 'open' ? undefined : next } as { show?: string } })
        }
        data={views.map((view) => ({ value: view, label: t(`agent.view.${view}`) }))}
      />
      {list.isPending ? <Loading rows={5} height={58} /> : null}
      {list.isError && list.data === undefined ? (
        <Fault error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data?.length === 0 ? <Empty title={t(`agent.empty.${show}`)} /> : null}
      {list.data === undefined || list.data.length === 0 ? null : (
        <ul className={styles.list}>
          {list.data.map((item) => (
            <Line key={item.requestId} item={item} />
          ))}
        </ul>
      )}
    </main>
  );
}

function Line({ item }: { item: WorkItem }) {
  const { t } = useTexts();
  const names = useNames();
  return (
    <li>
      <Link to="/agent/$requestId" params={{ requestId: item.requestId }} className={styles.item}>
        <span style={{ minWidth: 0 }}>
          <span className={styles.summary} style={{ display: 'block' }}>
            {item.summary}
          </span>
          <span className="small muted">
            {displayNumber(item.number)} · {names.category(item.category)} · <Moment at={item.arrivedAt} />
            {item.unreadSince === null ? null : <span className={styles.unread}> · {t('agent.unread')}</span>}
          </span>
        </span>
        <span className={styles.badge}>
          <StatusBadge status={item.status} />
        </span>
        <Countdown clocks={item.clocks} />
      </Link>
    </li>
  );
}
