import { Alert, Button, Modal, Textarea } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { count } from '../../time/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { sayAloud } from '../../ui/say.ts';
import { FaultInFull } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { erase, erasuresQuery, type Preview, traces } from './api.ts';
import styles from './erasures.module.css';

/** The shortest reason that the service takes. */
const SHORTEST_REASON = 3;

interface Props {
  readonly contact: string;
  readonly preview: Preview;
  readonly onDone: () => void;
}

/** What would go, why, and the one button that does it after asking once more. */
export function Found({ contact, preview, onDone }: Props) {
  const { t, language } = useTexts();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const erasing = useMutation({
    mutationFn: () => erase(contact, reason.trim()),
    onSuccess: async () => {
      sayAloud(`${t('erasures.done')}. ${t('erasures.doneMeans')}`);
      setAsking(false);
      await queryClient.invalidateQueries(erasuresQuery());
      onDone();
    },
  });
  const open = preview.requests.filter((one) => one.open).length;
  return (
    <section className={styles.found} aria-labelledby="erasure-what">
      <h2 id="erasure-what">{t('erasures.what')}</h2>
      <dl className={styles.counts}>
        <div>
          <dt>{t('erasures.count.requests')}</dt>
          <dd>{count(preview.requests.length, language)}</dd>
        </div>
        {traces
          .filter((name) => preview[name] > 0)
          .map((name) => (
            <div key={name}>
              <dt>{t(`erasures.count.${name}`)}</dt>
              <dd>{count(preview[name], language)}</dd>
            </div>
          ))}
      </dl>
      {preview.requests.length === 0 ? null : (
        <ul className={styles.requests}>
          {preview.requests.map((one) => (
            <li key={one.number}>
              <span>
                {t('erasures.request')} {displayNumber(one.number)} <span className="muted">·</span>{' '}
                <span className="muted">
                  <Moment at={one.submittedAt} exact />
                </span>
              </span>
              <StatusBadge status={one.status} />
            </li>
          ))}
        </ul>
      )}
      {open > 0 ? (
        <Alert color="yellow" variant="light" role="note">
          {t('erasures.openFirst', { count: open })}
        </Alert>
      ) : (
        <form
          className={styles.why}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim().length >= SHORTEST_REASON) setAsking(true);
          }}
        >
          <Textarea
            required
            label={t('erasures.reason')}
            description={t('erasures.reasonMeans')}
            autosize
            minRows={2}
            minLength={SHORTEST_REASON}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" color="brick" disabled={reason.trim().length < SHORTEST_REASON}>
              {t('erasures.erase')}
            </Button>
          </div>
        </form>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('erasures.sure')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <p style={{ marginTop: 0 }}>{t('erasures.sureMeans')}</p>
        <p>{contact}</p>
        {erasing.isError ? (
          <div role="alert">
            <FaultInFull error={erasing.error} />
          </div>
        ) : null}
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
          <Button color="brick" loading={erasing.isPending} onClick={() => erasing.mutate()}>
            {t('erasures.confirm')}
          </Button>
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t('erasures.keep')}
          </Button>
        </div>
      </Modal>
    </section>
  );
}
