import { Button, Modal, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { Fault } from './states.tsx';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  /** What it does and what stays, said before it is done. */
  readonly children: ReactNode;
  readonly confirm: string;
  /** Where a reason must be given: how it is asked for. Nothing ends then. */
  readonly mustSay?: string;
  readonly keep: string;
  /** False while something else is missing. */
  readonly ready?: boolean;
  readonly busy: boolean;
  /** Null while nothing went wrong. */
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks once more before something ends, and why, which one need not say; or why something is demanded, which one must. What was typed stays while the page does. */
export function ReasonDialog({
  opened,
  title,
  children,
  confirm,
  mustSay,
  keep,
  ready = true,
  busy,
  error,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div style={{ display: 'grid', gap: 16 }}>
        {children}
        <Textarea
          label={mustSay ?? t('status.withdrawReason')}
          required={mustSay !== undefined}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error === null ? null : <Fault error={error} />}
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
          <Button
            {...(mustSay === undefined ? { color: 'brick' } : { disabled: !ready || reason.trim().length < 3 })}
            loading={busy}
            onClick={() => onConfirm(reason.trim())}
          >
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {keep}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
