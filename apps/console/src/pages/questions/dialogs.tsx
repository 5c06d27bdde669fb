import { Checkbox, Select, TextInput } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Fault, Loading } from '../../ui/states.tsx';
import { FormDialog } from '../../work/form-dialog.tsx';
import { behindQuery } from '../manager/api.ts';
import type { Question, Questions } from './api.ts';
import styles from './questions.module.css';
import type { Edits } from './use-edits.ts';

export interface DialogProps {
  readonly question: Question;
  readonly questions: Questions;
  readonly edits: Edits;
  readonly onClose: () => void;
}

const LONGEST_NAME = 200;
/** What the service takes apart at once. */
const MOST_TICKED = 500;

export function RenameDialog({ question, edits, onClose }: DialogProps) {
  const { t } = useTexts();
  const { groupId, typical } = question;
  const [name, setName] = useState(question.ownName ?? question.name);
  const wanted = name.trim() === '' ? null : name.trim();
  return (
    <FormDialog
      title={t('questions.renameTitle')}
      confirm={t('action.save')}
      busy={edits.editing.isPending}
      ready={(wanted ?? typical) !== question.name}
      onClose={onClose}
      onSubmit={() => edits.editing.mutate({ verb: 'name', groupId, name: wanted }, { onSuccess: onClose })}
    >
      <TextInput
        data-autofocus
        label={t('questions.name')}
        description={t('questions.nameHint', { typical })}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function MergeDialog({ question, questions, edits, onClose }: DialogProps) {
  const { t } = useTexts();
  const { groupId } = question;
  const [into, setInto] = useState<string | null>(null);
  const others = questions.items.filter((one) => one.groupId !== groupId);
  return (
    <FormDialog
      title={t('questions.mergeTitle')}
      confirm={t('questions.merge')}
      busy={edits.editing.isPending}
      ready={into !== null}
      onClose={onClose}
      onSubmit={() => into !== null && edits.editing.mutate({ verb: 'merge', groupId, into }, { onSuccess: onClose })}
    >
      <p className={styles.quoted}>{question.name}</p>
      <Select
        data-autofocus
        searchable
        label={t('questions.mergeInto')}
        description={t('questions.mergeHint')}
        nothingFoundMessage={t('questions.nothingFound')}
        value={into}
        onChange={setInto}
        data={others.map((one) => ({ value: one.groupId, label: one.name }))}
      />
    </FormDialog>
  );
}

export function SplitDialog({ question, questions, edits, onClose }: DialogProps) {
  const { t, language } = useTexts();
  const { groupId } = question;
  const { fromAt: from, toAt: to } = questions;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const list = useQuery(behindQuery({ metric: 'question', key: groupId, from, to }, language));
  const toggle = (id: string) => setTicked((before) => before.symmetricDifference(new Set([id])));
  const isPart = ticked.size > 0 && ticked.size <= MOST_TICKED && ticked.size < (list.data?.total ?? 0);
  const body = { requestIds: [...ticked], name: name.trim() === '' ? null : name.trim(), from, to };
  return (
    <FormDialog
      title={t('questions.splitTitle')}
      confirm={t('questions.splitConfirm')}
      busy={edits.editing.isPending}
      ready={isPart}
      onClose={onClose}
      onSubmit={() => edits.editing.mutate({ verb: 'split', groupId, ...body }, { onSuccess: onClose })}
    >
      <p className="muted">{t('questions.splitHint')}</p>
      {list.isPending ? <Loading rows={5} height={28} /> : null}
      {list.isError ? <Fault error={list.error} onRetry={() => void list.refetch()} /> : null}
      <fieldset className={styles.ticks} aria-label={question.name}>
        {list.data?.items.map(({ requestId, number, summary }) => (
          <Checkbox
            key={requestId}
            label={summary}
            description={displayNumber(number)}
            checked={ticked.has(requestId)}
            onChange={() => toggle(requestId)}
          />
        ))}
      </fieldset>
      <TextInput
        label={t('questions.splitName')}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
