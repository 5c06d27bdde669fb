import { Drawer } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNames } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { behindQuery, type Period } from './api.ts';
import styles from './manager.module.css';

interface Props {
  readonly period: Period;
  readonly date: string;
  readonly metric: string | undefined;
  readonly of: string | undefined;
  readonly onClose: () => void;
}

/** The requests behind a number. The page's address names them, so that the list can be sent to somebody. */
export function Behind({ period, date, metric, of, onClose }: Props) {
  const { t } = useTexts();
  return (
    <Drawer
      opened={metric !== undefined}
      onClose={onClose}
      position="right"
      size="min(720px, 100%)"
      title={t('behind.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {metric === undefined ? null : <List period={period} date={date} metric={metric} of={of} />}
    </Drawer>
  );
}

function List({ period, date, metric, of }: { period: Period; date: string; metric: string; of: string | undefined }) {
  const { t } = useTexts();
  const names = useNames();
  const list = useQuery(behindQuery(period, date, metric, of));
  if (list.isPending) return <Loading rows={6} />;
  if (list.isError) return <Fault error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) return <Empty title={t('behind.none')} />;
  return (
    <>
      <p className="muted" style={{ marginTop: 0 }}>
        {t('behind.count', { count: list.data.total })}
      </p>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="behind">
          <thead>
            <tr>
              <th scope="col">{t('column.number')}</th>
              <th scope="col" style={{ textAlign: 'start' }}>
                {t('column.category')}
              </th>
              <th scope="col">{t('column.filed')}</th>
              <th scope="col">{t('column.status')}</th>
            </tr>
          </thead>
          <tbody>
            {list.data.items.map((request) => (
              <tr key={request.requestId}>
                <td style={{ whiteSpace: 'nowrap' }}>
                  <Link to="/agent/$requestId" params={{ requestId: request.requestId }}>
                    {displayNumber(request.number)}
                  </Link>
                </td>
                <td style={{ textAlign: 'start' }}>{names.category(request.category)}</td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  <Moment at={request.submittedAt} />
                </td>
                <td>
                  <StatusBadge status={request.status} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.data.total > list.data.items.length ? (
        <p className="small muted">{t('behind.more', { count: list.data.items.length })}</p>
      ) : null}
    </>
  );
}
