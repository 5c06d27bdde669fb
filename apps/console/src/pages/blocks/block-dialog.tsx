import { NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestView } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { sayAloud } from '../../ui/say.ts';
import { Fault } from '../../ui/states.tsx';
import { FormDialog } from '../../work/form-dialog.tsx';
import { blocks, refreshBlocks } from './api.ts';

/** Blocks whoever filed a request: for what, for how long, and the words they are told. */
export function BlockDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t, say } = useTexts();
  const { blocking } = useHotline();
  const [ground, setGround] = useState(blocking?.grounds[0]?.id ?? '');
  const [days, setDays] = useState(blocking?.terms[0] ?? 0);
  const [reason, setReason] = useState('');
  const blocked = useMutation({
    mutationFn: () => blocks.block(request.requestId, { ground, days, reason: reason.trim() }),
    onSuccess: () => {
      sayAloud(t('blocks.blocked'));
      refreshBlocks(request.requestId);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('blocks.ask', { name: request.requester.name })}
      confirm={t('blocks.block')}
      busy={blocked.isPending}
      ready={reason.trim().length >= 3}
      onClose={onClose}
      onSubmit={() => blocked.mutate()}
    >
      <p style={{ margin: 0 }}>{t('blocks.means')}</p>
      <NativeSelect
        data-autofocus
        label={t('blocks.ground')}
        description={t('clause', { number: blocking?.grounds.find(({ id }) => id === ground)?.clause ?? '' })}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
        data={(blocking?.grounds ?? []).map((each) => ({
          value: each.id,
          label: say(each.name),
        }))}
      />
      <NativeSelect
        label={t('blocks.term')}
        value={String(days)}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
        data={(blocking?.terms ?? []).map((each) => ({
          value: String(each),
          label: t('blocks.days', { count: each }),
        }))}
      />
      <Textarea
        required
        label={t('blocks.reason')}
        description={t('blocks.reasonTold')}
        autosize
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {blocked.isError ? <Fault error={blocked.error} /> : null}
    </FormDialog>
  );
}
