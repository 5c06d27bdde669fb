import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import styles from './dialogs.module.css';

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A dialog with fields, one button that does it, one that leaves. Enter does it, Escape leaves. */
export function FormDialog({ title, confirm, busy, ready, onClose, onSubmit, children }: Props) {
  const { t } = useTexts();
  useFocusBack();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form className={styles.body} onSubmit={submit}>
        {children}
        <div className={styles.actions}>
          <Button type="submit" loading={busy} disabled={!ready}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.back')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
