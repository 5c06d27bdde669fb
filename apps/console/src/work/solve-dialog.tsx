import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { useDraft } from '../ui/use-draft.ts';
import styles from './dialogs.module.css';

interface Props {
  readonly requestId: string | null;
  readonly summary: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (requestId: string, text: string, forget: () => void) => void;
}

/** A moderator solves a request on the spot: the answer goes to the requester and the request is closed. */
export function SolveDialog(props: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened={props.requestId !== null}
      onClose={props.onClose}
      title={t('solve.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {props.requestId === null ? null : <Form {...props} requestId={props.requestId} />}
    </Modal>
  );
}

function Form({ requestId, summary, busy, onClose, onConfirm }: Props & { requestId: string }) {
  const { t } = useTexts();
  const [text, setText, forget] = useDraft(`answer.${requestId}`, '');
  const [missing, setMissing] = useState(false);
  const confirm = () => {
    if (busy) return;
    if (text.trim() === '') setMissing(true);
    else onConfirm(requestId, text.trim(), forget);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      confirm();
    }
  };
  return (
    <form className={styles.body} onSubmit={submit}>
      <p className="muted" style={{ margin: 0 }}>
        {summary}
      </p>
      <Textarea
        data-autofocus
        label={t('solve.text')}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={20000}
        value={text}
        error={missing && text.trim() === '' ? t('solve.textNeeded') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.actions}>
        <Button type="submit" loading={busy}>
          {t('solve.confirm')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.back')}
        </Button>
        <span className="small muted">{t('solve.keys')}</span>
      </div>
    </form>
  );
}
