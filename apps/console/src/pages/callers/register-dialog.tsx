import { Button, Modal, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldErrorsOf } from '../../api/client.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fieldOf } from '../../request-form/check.ts';
import { sayAloud } from '../../ui/say.ts';
import { Fault } from '../../ui/states.tsx';
import { type NewProfile, registerCallers } from './api.ts';
import { listLimit, readList } from './read-list.ts';

interface Props {
  readonly how: 'one' | 'list' | null;
  readonly onClose: () => void;
}

/** Registers one caller by a form, or many by a list. */
export function RegisterDialog({ how, onClose }: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened={how !== null}
      onClose={onClose}
      size="lg"
      title={t(how === 'list' ? 'callers.addList' : 'callers.add')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {how === 'one' ? <One onClose={onClose} /> : null}
      {how === 'list' ? <List onClose={onClose} /> : null}
    </Modal>
  );
}

function useRegistering(onClose: () => void) {
  const { t } = useTexts();
  return useMutation({
    mutationFn: (callers: readonly NewProfile[]) => registerCallers(callers),
    onSuccess: async (_, callers) => {
      await queryClient.invalidateQueries({ queryKey: ['callers'] });
      sayAloud(t('callers.added', { count: callers.length }));
      onClose();
    },
  });
}

function One({ onClose }: { onClose: () => void }) {
  const { t, say } = useTexts();
  const { verification } = useHotline();
  const asks = verification?.asks ?? [];
  const [numbers, setNumbers] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const registering = useRegistering(onClose);
  const errorOf = (field: string) =>
    fieldErrorsOf(registering.error).find((error) => fieldOf(error).startsWith(`callers.0.${field}`))?.message;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (registering.isPending) return;
    const split = numbers.split(',').flatMap((number) => (number.trim() === '' ? [] : [number.trim()]));
    registering.mutate([{ numbers: split, answers }]);
  };
  return (
    <form onSubmit={save} style={{ display: 'grid', gap: 16 }}>
      <TextInput
        label={t('callers.numbers')}
        description={t('callers.numbersHint')}
        required
        autoComplete="off"
        value={numbers}
        error={errorOf('numbers')}
        onChange={(event) => setNumbers(event.currentTarget.value)}
      />
      {asks.map(({ id, name }) => {
        const common = {
          label: say(name),
          required: true,
          maxLength: 200,
          value: answers[id] ?? '',
          error: errorOf(`answers.${id}`),
          onChange: (event: { currentTarget: { value: string } }) =>
            setAnswers({ ...answers, [id]: event.currentTarget.value }),
        };
        return id === verification?.secret ? (
          <PasswordInput
            key={id}
            {...common}
            description={t('callers.secretHint')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          />
        ) : (
          <TextInput key={id} {...common} autoComplete="off" />
        );
      })}
      {registering.isError ? <Fault error={registering.error} /> : null}
      <div>
        <Button type="submit" loading={registering.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}

/** Every mistake of the list is shown with its line; nothing is registered until there is none. */
function List({ onClose }: { onClose: () => void }) {
  const { t, say } = useTexts();
  const asks = useHotline().verification?.asks ?? [];
  const [text, setText] = useState('');
  const registering = useRegistering(onClose);
  const { callers, wrong } = readList(text, asks);
  const columns = [t('callers.numbers'), ...asks.map(({ name }) => say(name))].join('; ');
  const faults = fieldErrorsOf(registering.error).map((error) => {
    const row = Number(fieldOf(error).split('.')[1] ?? 0) + 1;
    return { row, message: error.message };
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (callers.length > 0 && wrong.length === 0 && !registering.isPending) registering.mutate(callers);
  };
  return (
    <form onSubmit={save} style={{ display: 'grid', gap: 16 }}>
      <Textarea
        label={t('callers.list')}
        description={t('callers.listHint', { columns, limit: listLimit })}
        required
        autosize
        minRows={6}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={wrong.length === 0 ? undefined : t('callers.listWrong', { lines: wrong.slice(0, 10).join(', ') })}
      />
      {faults.length === 0 ? null : (
        <ul role="alert" style={{ margin: 0, color: 'var(--late)' }}>
          {faults.map(({ row, message }) => (
            <li key={`${row}${message}`}>
              {t('callers.row', { row })} {message}
            </li>
          ))}
        </ul>
      )}
      {registering.isError && faults.length === 0 ? <Fault error={registering.error} /> : null}
      <div>
        <Button
          type="submit"
          loading={registering.isPending}
          disabled={callers.length === 0 || callers.length > listLimit || wrong.length > 0}
        >
          {t('callers.register', { count: callers.length })}
        </Button>
      </div>
    </form>
  );
}
