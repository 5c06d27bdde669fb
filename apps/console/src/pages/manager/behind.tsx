import { Drawer } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { type Asked, behindQuery } from './api.ts';
import styles from './manager.module.css';

interface Props {
  readonly asked: Asked | null;
  readonly onClose: () => void;
}

/** The requests behind a number. The page's address names them, so that the list can be sent to somebody. */
export function Behind({ asked, onClose }: Props) {
  const { t } = useTexts();
  return (
    <Drawer
      opened={asked !== null}
      onClose={onClose}
      position="right"
      size="min(720px, 100%)"
      title={t('behind.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {asked === null ? null : <List asked={asked} />}
    </Drawer>
  );
}

function List({ asked }: { asked: Asked }) {
  const { t, language } = useTexts();
  const list = useQuery(behindQuery(asked, language));
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
                <td style={{ textAlign: 'start' }}>
                  {request.categoryName}
                  <br />
                  <span className="small muted">{request.summary}</span>
                </td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  {request.submittedAt === null ? '—' : <Moment at={request.submittedAt} />}
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
        <p className="small muted">{t('behind.more', { shown: list.data.items.length })}</p>
      ) : null}
    </>
  );
}
