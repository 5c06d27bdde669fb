import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { displayNumber } from '@reglament/domain/request';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNames } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Conversation } from '../../ui/conversation.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { requestQuery } from '../../work/api.ts';
import { Countdown } from '../../work/countdown.tsx';
import { OwnFields, Requester } from '../../work/requester.tsx';
import type { WorkItem } from '../../work/types.ts';
import styles from './moderator.module.css';

export interface Actions {
  readonly assign: () => void;
  readonly take: () => void;
  readonly solve: () => void;
  readonly close: () => void;
}

/** The selected request in full, and what the moderator can do about it. */
export function Detail({ item, actions }: { item: WorkItem; actions: Actions }) {
  const { t } = useTexts();
  const names = useNames();
  // Whoever holds a key down passes dozens of requests a second: only the one they stop at is asked for.
  const [settled] = useDebouncedValue(item.requestId, 120);
  const request = useQuery({ ...requestQuery(item.requestId), enabled: settled === item.requestId });
  return (
    <article aria-label={displayNumber(item.number)}>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 16, alignItems: 'start' }}>
        <div>
          <h2 style={{ fontSize: '1.25rem' }}>{displayNumber(item.number)}</h2>
          <span className="muted">{names.category(item.category)}</span>
        </div>
        <Countdown clocks={item.clocks} />
      </div>
      <div className={styles.actions}>
        <Key name="A" onClick={actions.assign} primary>
          {t('verb.assign')}
        </Key>
        <Key name="T" onClick={actions.take}>
          {t('verb.take')}
        </Key>
        <Key name="S" onClick={actions.solve}>
          {t('verb.solve')}
        </Key>
        <Key name="C" onClick={actions.close}>
          {t('verb.close')}
        </Key>
      </div>
      {request.isPending ? <Loading rows={3} /> : null}
      {request.isError ? <Fault error={request.error} onRetry={() => void request.refetch()} /> : null}
      {request.data === undefined ? null : (
        <>
          <p className="written" lang={request.data.language}>
            {request.data.text}
          </p>
          <dl className={styles.facts}>
            <Requester request={request.data} />
            <OwnFields request={request.data} />
            <dt>{t('request.filed')}</dt>
            <dd>
              <Moment at={request.data.submittedAt} exact />, {names.entryPoint(request.data.entryPoint)}
            </dd>
          </dl>
          <Conversation messages={request.data.conversation.slice(1)} mine="staff" />
          <p>
            <Link to="/agent/$requestId" params={{ requestId: item.requestId }}>
              {t('moderator.whole')}
            </Link>
          </p>
        </>
      )}
    </article>
  );
}

interface KeyProps {
  readonly name: string;
  readonly onClick: () => void;
  readonly primary?: boolean;
  readonly children: string;
}

function Key({ name, onClick, primary = false, children }: KeyProps) {
  return (
    <Button variant={primary ? 'filled' : 'default'} size="sm" onClick={onClick} aria-keyshortcuts={name}>
      {children}
      <kbd className={styles.key} aria-hidden>
        {name}
      </kbd>
    </Button>
  );
}
