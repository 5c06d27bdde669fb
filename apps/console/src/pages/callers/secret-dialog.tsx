import { Button, Modal, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldErrorsOf } from '../../api/client.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { sayAloud } from '../../ui/say.ts';
import { Fault } from '../../ui/states.tsx';
import { type CallerProfile, removeCaller, replaceSecret } from './api.ts';

interface Props {
  readonly caller: CallerProfile | null;
  readonly onClose: () => void;
}

/** A new secret for a caller who has forgotten theirs; the old one cannot be read by anybody. */
export function SecretDialog({ caller, onClose }: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened={caller !== null}
      onClose={onClose}
      title={t('callers.replace')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {caller === null ? null : <NewSecret key={caller.callerId} caller={caller} onClose={onClose} />}
    </Modal>
  );
}

function NewSecret({ caller, onClose }: { caller: CallerProfile; onClose: () => void }) {
  const { t, say } = useTexts();
  const { verification } = useHotline();
  const [secret, setSecret] = useState('');
  const replacing = useMutation({
    mutationFn: () => replaceSecret(caller.callerId, secret),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['callers'] });
      sayAloud(t('callers.replaced'));
      onClose();
    },
  });
  const errors = fieldErrorsOf(replacing.error);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!replacing.isPending) replacing.mutate();
  };
  return (
    <form onSubmit={save} style={{ display: 'grid', gap: 16 }}>
      <PasswordInput
        label={say(verification?.asks.find(({ id }) => id === verification.secret)?.name)}
        description={t('callers.secretHint')}
        required
        maxLength={200}
        autoComplete="new-password"
        value={secret}
        error={errors[0]?.message}
        onChange={(event) => setSecret(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      {replacing.isError && errors.length === 0 ? <Fault error={replacing.error} /> : null}
      <div>
        <Button type="submit" loading={replacing.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}

/** Taking a profile away: the person is then a caller like any other. */
export function RemoveDialog({ caller, onClose }: Props) {
  const { t } = useTexts();
  const removing = useMutation({
    mutationFn: (callerId: string) => removeCaller(callerId),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['callers'] });
      sayAloud(t('callers.removed'));
      onClose();
    },
  });
  return (
    <Modal
      opened={caller !== null}
      onClose={onClose}
      title={t('callers.removeAsk')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <p style={{ marginTop: 0 }}>{t('callers.removeMeans')}</p>
      {removing.isError ? <Fault error={removing.error} /> : null}
      <Button
        color="brick"
        loading={removing.isPending}
        onClick={() => caller !== null && removing.mutate(caller.callerId)}
      >
        {t('callers.remove')}
      </Button>
    </Modal>
  );
}
