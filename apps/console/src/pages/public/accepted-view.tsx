import { Button, CopyButton } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Accepted } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import styles from './public.module.css';

interface Props {
  readonly accepted: Accepted;
  /** In a frame of another site, where pages of their own open in a window of their own. */
  readonly embedded?: boolean;
  readonly onAnother: () => void;
}

/** The request is on record: its number to write down, when to expect what, where to follow it. */
export function AcceptedView({ accepted, embedded = false, onAnother }: Props) {
  const { t } = useTexts();
  const { tenant, phone } = useHotline();
  const status = `/h/${tenant}/status?number=${encodeURIComponent(accepted.number)}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
    document.title = `${t('accepted.title')} · Reglament`;
  }, [t]);
  return (
    <div className={styles.accepted}>
      <h1 ref={heading} tabIndex={-1} style={{ fontSize: '1.625rem', lineHeight: 1.25 }}>
        {t('accepted.title')}
      </h1>
      <div className={styles.number}>
        <span className="muted">{t('accepted.number')}</span>
        <strong data-testid="number">{displayNumber(accepted.number)}</strong>
        <span className="muted">
          <Moment at={accepted.acceptedAt} exact />
        </span>
      </div>
      {accepted.promises.length === 0 ? (
        <p style={{ margin: 0 }}>{t('accepted.inOrder')}</p>
      ) : (
        <ul className={styles.promises}>
          {accepted.promises.map((promise) => (
            <li key={promise.rule}>
              {promise.sentence} <ClauseMark number={promise.clause} />
            </li>
          ))}
        </ul>
      )}
      <p className="muted" style={{ margin: 0 }}>
        {t('accepted.keep')} {phone === null ? null : t('foot.phone', { phone })}
      </p>
      <div className={styles.actions}>
        {embedded ? (
          <Button component="a" href={status} target="_blank" rel="noopener">
            {t('accepted.follow')}
          </Button>
        ) : (
          <Button component={Link} to={status}>
            {t('accepted.follow')}
          </Button>
        )}
        <CopyButton value={displayNumber(accepted.number)}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('accepted.copied') : t('accepted.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" onClick={onAnother}>
          {t('accepted.another')}
        </Button>
      </div>
    </div>
  );
}
