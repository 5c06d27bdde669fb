import { displayNumber } from '@reglament/domain/request';
import { Link } from '@tanstack/react-router';
import { useHotline, useNames } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { keepDraft } from '../../ui/use-draft.ts';
import type { OwnRequest } from './api.ts';
import styles from './requester.module.css';

interface Props {
  readonly requests: readonly OwnRequest[];
  readonly email: string;
  /** Nobody who is blocked is sent to a form that would refuse them. */
  readonly mayFile: boolean;
}

/** Every request filed with the account's address; each leads to its status page, which opens by the same address. */
export function OwnRequests({ requests, email, mayFile }: Props) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  const names = useNames();
  return (
    <section aria-labelledby="requests">
      <div className={styles.head}>
        <h2 id="requests">{t('mine.requests')}</h2>
        {mayFile ? (
          <Link to="/h/$tenant" params={{ tenant }}>
            {t('status.file')}
          </Link>
        ) : null}
      </div>
      {requests.length === 0 ? <p className="muted">{t('mine.requestsEmpty')}</p> : null}
      <ul className={styles.requests}>
        {requests.map((request) => (
          <li key={request.number}>
            <Link
              to="/h/$tenant/status"
              params={{ tenant }}
              search={{ number: request.number }}
              className={styles.request}
              onClick={() => keepDraft(`status.${tenant}`, { number: request.number, contact: email })}
            >
              <span className={styles.requestHead}>
                <strong>{displayNumber(request.number)}</strong>
                <StatusBadge status={request.status} />
              </span>
              <span className={styles.summary}>{request.summary}</span>
              <span className="small muted">
                {names.category(request.category)} · <Moment at={request.submittedAt} exact />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
