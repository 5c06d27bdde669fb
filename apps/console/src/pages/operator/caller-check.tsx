import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import formStyles from '../../request-form/form.module.css';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { beginCall, type CallView, callQuery, checkAnswers, endCall } from './call-api.ts';
import styles from './operator.module.css';

const keep = (call: CallView | null) => queryClient.setQueryData(callQuery().queryKey, call);

/** Who is calling: the number, the regulation's questions, and what came of them. Answers are never kept in the tab. */
export function CallerCheck({ onBegun }: { onBegun: (number: string) => void }) {
  const { t } = useTexts();
  const { verification } = useHotline();
  const call = useQuery(callQuery());
  return (
    <section className={styles.check} aria-labelledby="caller-check">
      <h2 id="caller-check">
        {t('callers.who')} <ClauseMark number={verification?.clause} />
      </h2>
      {call.isPending ? <Loading rows={1} height={64} /> : null}
      {call.isError ? <Fault error={call.error} onRetry={() => void call.refetch()} /> : null}
      {call.data === null ? <Begin onBegun={onBegun} /> : null}
      {call.data === undefined || call.data === null ? null : <Going key={call.data.callId} call={call.data} />}
    </section>
  );
}

function Begin({ onBegun }: { onBegun: (number: string) => void }) {
  const { t } = useTexts();
  const [number, setNumber] = useState('');
  const beginning = useMutation({
    mutationFn: () => beginCall(number.trim()),
    onSuccess: (call) => {
      keep(call);
      onBegun(call.number);
    },
  });
  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim() !== '' && !beginning.isPending) beginning.mutate();
  };
  return (
    <form className={styles.ask} onSubmit={begin}>
      <TextInput
        label={t('callers.number')}
        description={t('callers.numberWhy')}
        type="tel"
        size="sm"
        autoComplete="off"
        maxLength={40}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      {beginning.isError ? <Fault error={beginning.error} /> : null}
      <div>
        <Button type="submit" variant="default" loading={beginning.isPending} disabled={number.trim() === ''}>
          {t('callers.begin')}
        </Button>
      </div>
    </form>
  );
}

function Going({ call }: { call: CallView }) {
  const { t } = useTexts();
  const ending = useMutation({ mutationFn: () => endCall(call.callId), onSuccess: () => keep(null) });
  return (
    <>
      <p className="muted">
        {t('callers.from', { number: call.number })} · <Moment at={call.beganAt} />
      </p>
      {call.state === 'open' ? <Questions call={call} /> : null}
      {call.state === 'verified' ? (
        <p className={styles.verified} role="status">
          {t('callers.verified')}
        </p>
      ) : null}
      {call.state === 'locked' ? (
        <p className={styles.locked} role="alert">
          {t('callers.locked')} {call.lockedUntil === null ? null : <Moment at={call.lockedUntil} exact />}
        </p>
      ) : null}
      {ending.isError ? <Fault error={ending.error} /> : null}
      <div>
        <Button variant="default" size="sm" loading={ending.isPending} onClick={() => ending.mutate()}>
          {t('callers.end')}
        </Button>
      </div>
    </>
  );
}

/** Asked as the regulation words it. After a wrong answer the secret is typed anew; what else was typed stays. */
function Questions({ call }: { call: CallView }) {
  const { t, say } = useTexts();
  const { verification } = useHotline();
  const asks = verification?.asks ?? [];
  const secret = verification?.secret ?? '';
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const checking = useMutation({
    mutationFn: () => checkAnswers(call.callId, answers),
    onSuccess: (checked) => {
      setAnswers(({ [secret]: _said, ...others }) => others);
      keep(checked);
    },
  });
  const complete = asks.every(({ id }) => (answers[id] ?? '').trim() !== '');
  const check = (event: FormEvent) => {
    event.preventDefault();
    if (complete && !checking.isPending) checking.mutate();
  };
  return (
    <form className={styles.ask} onSubmit={check} aria-label={t('callers.who')}>
      <div className={formStyles.two}>
        {asks.map(({ id, name }) => {
          const common = {
            label: say(name),
            size: 'sm' as const,
            autoComplete: 'off',
            maxLength: 200,
            value: answers[id] ?? '',
            onChange: (event: { currentTarget: { value: string } }) =>
              setAnswers({ ...answers, [id]: event.currentTarget.value }),
          };
          return id === secret ? (
            <PasswordInput
              key={id}
              {...common}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            />
          ) : (
            <TextInput key={id} {...common} />
          );
        })}
      </div>
      {checking.isError ? <Fault error={checking.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={checking.isPending} disabled={!complete}>
          {t('callers.check')}
        </Button>
        <span role="status">
          {checking.data === undefined ? null : <strong>{t('callers.notVerified')} </strong>}
          {t('callers.left', { left: call.attemptsLeft })}
        </span>
      </div>
    </form>
  );
}
