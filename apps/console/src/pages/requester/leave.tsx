import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Fault } from '../../ui/states.tsx';
import { type Account, account, type Left, type OwnRequest } from './api.ts';
import styles from './requester.module.css';

interface Props {
  readonly leaving: NonNullable<Account['leaving']>;
  readonly requests: readonly OwnRequest[];
  readonly onLeft: (left: Left) => void;
}

/** Stops using the service: what it does and what stays is said before it is done (kz-portal 30-3). */
export function Leave({ leaving, requests, onLeft }: Props) {
  const { t, say } = useTexts();
  const { tenant } = useHotline();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const sending = useMutation({ mutationFn: () => account.leave(tenant, reason.trim()), onSuccess: onLeft });
  const open = requests.filter((request) => request.open).length;
  return (
    <>
      <Button variant="subtle" color="brick" onClick={() => setAsking(true)}>
        {t('mine.leave')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('mine.leaveAsk')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <div style={{ display: 'grid', gap: 16 }}>
          <p style={{ margin: 0 }}>
            {open === 0 ? t('mine.leaveNothing') : t('mine.leaveMeans', { count: open })}{' '}
            <ClauseMark number={leaving.clause} />
          </p>
          <div>
            <strong>{t('mine.kept')}</strong>
            <p className="written" style={{ margin: '4px 0 0' }}>
              {say(leaving.kept)}
            </p>
          </div>
          <Textarea
            label={t('status.withdrawReason')}
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {sending.isError ? <Fault error={sending.error} /> : null}
          <div className={styles.actions}>
            <Button color="brick" loading={sending.isPending} onClick={() => sending.mutate()}>
              {t('mine.leave')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('mine.stay')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
