import { Button, Modal, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from '../../work/dialogs.module.css';
import type { WorkView } from '../../work/types.ts';
import type { useVerbs } from './use-verbs.ts';

/** What every dialog of a procedure is given. */
export interface ProcedureProps {
  readonly work: WorkView;
  readonly verbs: ReturnType<typeof useVerbs>;
  readonly onClose: () => void;
}

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A procedure's dialog: its fields, one button that does it, one that leaves. Enter does it, Escape leaves. */
export function ProcedureForm({ title, confirm, busy, ready, onClose, onSubmit, children }: Props) {
  const { t } = useTexts();
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

/** A field for a moment on the hotline's own clocks. */
export function MomentField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
}) {
  return (
    <TextInput
      type="datetime-local"
      label={props.label}
      required={props.required ?? false}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
