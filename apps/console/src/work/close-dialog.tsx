import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Reason } from '../api/types.ts';
import { useHotline } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';
import styles from './dialogs.module.css';
import type { Verb } from './types.ts';

interface Props {
  readonly opened: boolean;
  /** Which ways of closing the person may use now. */
  readonly allowed: readonly Verb[];
  readonly busy: boolean;
  /** A reason the platform offers, chosen beforehand. */
  readonly offered?: string | undefined;
  readonly onClose: () => void;
  readonly onConfirm: (verb: 'cancel' | 'decline', body: object) => void;
}

/** Closing without a solution: cancel or decline, always with a reason of the regulation, which the requester is told. */
export function CloseDialog(props: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('close.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {props.opened ? <Form {...props} /> : null}
    </Modal>
  );
}

function Form({ allowed, busy, offered, onClose, onConfirm }: Props) {
  const { t } = useTexts();
  const hotline = useHotline();
  const [chosen, setChosen] = useState(offered ?? '');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const reasons = hotline.reasons.filter((reason) => reason.chosenBy === 'staff' || reason.id === offered);
  const of = (use: 'cancel' | 'decline') =>
    allowed.includes(use) ? reasons.filter((reason) => reason.use === use) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reason = reasons.find((one) => one.id === chosen);
    if (reason === undefined || busy) {
      setMissing(reason === undefined);
      return;
    }
    const words = text.trim();
    if (reason.use === 'decline') onConfirm('decline', { reason: reason.id, ...(words === '' ? {} : { text: words }) });
    else onConfirm('cancel', { reason: reason.id, ...(words === '' ? {} : { note: words }) });
  };
  return (
    <form className={styles.body} onSubmit={submit}>
      <Reasons first legend={t('close.decline')} reasons={of('decline')} chosen={chosen} onChoose={setChosen} />
      <Reasons
        first={of('decline').length === 0}
        legend={t('close.cancel')}
        reasons={of('cancel')}
        chosen={chosen}
        onChoose={setChosen}
      />
      {missing && chosen === '' ? (
        <p role="alert" style={{ color: 'var(--late)', margin: 0 }}>
          {t('close.reasonNeeded')}
        </p>
      ) : null}
      <Textarea
        label={t('close.words')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" loading={busy}>
          {t('close.confirm')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.back')}
        </Button>
      </div>
    </form>
  );
}

interface ReasonsProps {
  /** The dialog opens with the first reason in focus. */
  readonly first?: boolean;
  readonly legend: string;
  readonly reasons: readonly Reason[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function Reasons({ first = false, legend, reasons, chosen, onChoose }: ReasonsProps) {
  const { say } = useTexts();
  if (reasons.length === 0) return null;
  return (
    <fieldset className={styles.reasons}>
      <legend>{legend}</legend>
      {reasons.map((reason, at) => (
        <label key={reason.id} className={styles.reason}>
          <input
            type="radio"
            {...(first && at === 0 ? { 'data-autofocus': true } : {})}
            name="reason"
            value={reason.id}
            checked={chosen === reason.id}
            onChange={() => onChoose(reason.id)}
          />
          <span>
            {say(reason.name)} <ClauseMark number={reason.clause} plain />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
