import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { sayAloud } from '../../ui/say.ts';
import { useProblemText } from '../../ui/states.tsx';
import { inviteGuest } from '../../work/api.ts';
import { ProcedureForm, type ProcedureProps } from './procedure-form.tsx';
import { refreshRequest } from './use-verbs.ts';

/** What the request is: subject, client's category, urgency. Deadlines follow. */
export function ReclassifyDialog({ work, verbs, onClose }: ProcedureProps) {
  const { t, say } = useTexts();
  const { categories, clientCategories } = useHotline();
  const [category, setCategory] = useState(work.category);
  const [client, setClient] = useState(work.clientCategory ?? '');
  const [urgent, setUrgent] = useState(work.urgent);
  const [note, setNote] = useState('');
  const choose = (id: string) => {
    setCategory(id);
    setUrgent(categories.find((one) => one.id === id)?.urgent ?? false);
  };
  const body = { category, clientCategory: client === '' ? null : client, urgent, note: note.trim() };
  return (
    <ProcedureForm
      title={t('procedure.reclassifyTitle')}
      confirm={t('procedure.confirmReclassify')}
      busy={verbs.isPending}
      ready={note.trim() !== ''}
      onClose={onClose}
      onSubmit={() => verbs.mutate({ verb: 'reclassify', body }, { onSuccess: onClose })}
    >
      <NativeSelect
        data-autofocus
        label={t('procedure.category')}
        description={t('procedure.means')}
        value={category}
        onChange={(event) => choose(event.currentTarget.value)}
        data={categories.map((one) => ({ value: one.id, label: say(one.name) }))}
      />
      {clientCategories.length === 0 ? null : (
        <NativeSelect
          label={t('procedure.client')}
          value={client}
          onChange={(event) => setClient(event.currentTarget.value)}
          data={[
            { value: '', label: t('procedure.noClient') },
            ...clientCategories.map((one) => ({ value: one.id, label: say(one.name) })),
          ]}
        />
      )}
      <Checkbox
        label={t('procedure.urgent')}
        checked={urgent}
        onChange={(event) => setUrgent(event.currentTarget.checked)}
      />
      <Textarea
        required
        label={t('procedure.whyChanged')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ProcedureForm>
  );
}

/** Invites a third party by a link, which is shown this once. */
export function InviteDialog({ work, onClose }: ProcedureProps) {
  const { t } = useTexts();
  const problem = useProblemText();
  const [name, setName] = useState('');
  const [briefing, setBriefing] = useState('');
  const inviting = useMutation({
    mutationFn: () => inviteGuest(work.requestId, { name: name.trim(), briefing: briefing.trim() }),
    onSuccess: () => {
      refreshRequest(work.requestId);
      sayAloud(t('done.invite-guest'));
    },
    onError: (error) => sayAloud(problem(error), 'refused'),
  });
  const link = inviting.data === undefined ? null : `${window.location.origin}${inviting.data.path}`;
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => sayAloud(t('procedure.copied')));
  return (
    <ProcedureForm
      title={t('procedure.inviteTitle')}
      confirm={t('procedure.confirmInvite')}
      busy={inviting.isPending}
      ready={link === null && name.trim() !== '' && briefing.trim() !== ''}
      onClose={onClose}
      onSubmit={() => inviting.mutate()}
    >
      {link === null ? (
        <>
          <TextInput
            data-autofocus
            required
            label={t('procedure.guestName')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            required
            label={t('procedure.briefing')}
            description={t('procedure.inviteMeans')}
            autosize
            minRows={3}
            maxLength={8000}
            value={briefing}
            onChange={(event) => setBriefing(event.currentTarget.value)}
          />
        </>
      ) : (
        <>
          <TextInput
            readOnly
            label={t('procedure.link')}
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <div>
            <Button onClick={() => copy(link)}>{t('procedure.copy')}</Button>
          </div>
        </>
      )}
    </ProcedureForm>
  );
}
