import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { type Account, account, type Left, type OwnRequest } from './api.ts';

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
  const sending = useMutation({ mutationFn: (reason: string) => account.leave(tenant, reason), onSuccess: onLeft });
  const open = requests.filter((request) => request.open).length;
  return (
    <>
      <Button variant="subtle" color="brick" onClick={() => setAsking(true)}>
        {t('mine.leave')}
      </Button>
      <ReasonDialog
        opened={asking}
        title={t('mine.leaveAsk')}
        confirm={t('mine.leave')}
        keep={t('mine.stay')}
        busy={sending.isPending}
        error={sending.error}
        onConfirm={(reason) => sending.mutate(reason)}
        onClose={() => setAsking(false)}
      >
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
      </ReasonDialog>
    </>
  );
}
