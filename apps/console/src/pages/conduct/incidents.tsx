import { Badge, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, query } from '../../api/client.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { tellsOf, useLive } from '../../work/live.ts';
import { refreshRequest } from '../agent/use-verbs.ts';
import styles from './conduct.module.css';

interface Step {
  readonly do: 'end-call' | 'stop-correspondence' | 'inform' | 'disclose';
  readonly duty: 'must' | 'may';
  readonly to: string | null;
  readonly ground: boolean;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly done: {
    readonly at: string;
    readonly by: string;
    readonly how: 'letter' | 'phone' | 'in-person' | null;
    readonly number: string | null;
    readonly ground: string | null;
  } | null;
}

interface Incident {
  readonly incidentId: string;
  readonly requestId: string | null;
  readonly number: string | null;
  readonly procedure: string;
  readonly clause: string;
  readonly note: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly closedAt: string | null;
  readonly steps: readonly Step[];
}

/** A change made somewhere in the incidents; the request it belongs to may have changed with it. */
function useChange(requestId: string | null) {
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) =>
      api.post<Incident>(`/routing/incidents${path}`, body),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['incidents'] });
      if (requestId !== null) refreshRequest(requestId);
    },
  });
}

/** Breaches of conduct of one request, or of the whole hotline: what happened, what must be done, what is left. */
export function Incidents({ requestId }: { requestId: string | null }) {
  const { t } = useTexts();
  const { conduct } = useHotline();
  const incidents = useQuery({
    queryKey: ['incidents', requestId ?? ''],
    queryFn: ({ signal }) =>
      api.get<{ items: Incident[] }>(`/routing/incidents${query({ request: requestId })}`, signal),
  });
  useLive((news) => {
    if (tellsOf('incident', news)) void queryClient.invalidateQueries({ queryKey: ['incidents'] });
  });
  if (conduct === null) return <Empty title={t('conduct.noProcedures')} />;
  return (
    <div className={styles.list}>
      <OpenIncident requestId={requestId} />
      {incidents.isPending ? <Loading rows={2} /> : null}
      {incidents.isError ? <Fault error={incidents.error} onRetry={() => void incidents.refetch()} /> : null}
      {incidents.data?.items.length === 0 && requestId === null ? (
        <Empty title={t('conduct.none')}>
          <p>{t('conduct.noneYet')}</p>
        </Empty>
      ) : null}
      {incidents.data?.items.map((incident) => (
        <OneIncident key={incident.incidentId} incident={incident} />
      ))}
    </div>
  );
}

function OpenIncident({ requestId }: { requestId: string | null }) {
  const { t, say } = useTexts();
  const procedures = useHotline().conduct?.procedures ?? [];
  const [opened, setOpened] = useState(false);
  const [procedure, setProcedure] = useState(procedures[0]?.id ?? '');
  const [note, setNote] = useState('');
  const change = useChange(requestId);
  if (!opened) {
    return (
      <div>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('conduct.open')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { path: '', body: { requestId, procedure, note: note.trim() } },
          {
            onSuccess: () => {
              setNote('');
              setOpened(false);
            },
          },
        );
      }}
    >
      <NativeSelect
        label={t('conduct.what')}
        value={procedure}
        onChange={(event) => setProcedure(event.currentTarget.value)}
        data={procedures.map(({ id, name, clause }) => ({
          value: id,
          label: `${say(name)} (${t('clause', { number: clause })})`,
        }))}
      />
      <Textarea
        label={t('conduct.note')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {change.isError ? <Fault error={change.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={change.isPending} disabled={note.trim() === ''}>
          {t('conduct.record')}
        </Button>
        <Button variant="default" onClick={() => setOpened(false)}>
          {t('conduct.leave')}
        </Button>
      </div>
    </form>
  );
}

function OneIncident({ incident }: { incident: Incident }) {
  const { t, say } = useTexts();
  const { conduct } = useHotline();
  const change = useChange(incident.requestId);
  const name = say(conduct?.procedures.find(({ id }) => id === incident.procedure)?.name);
  const left = incident.steps.some((step) => step.duty === 'must' && step.done === null);
  return (
    <article className={styles.incident} aria-label={name}>
      <h3>
        {name} <ClauseMark number={incident.clause} />
      </h3>
      <p className="muted">
        {incident.openedBy} · <Moment at={incident.openedAt} exact />
        {incident.number === null ? null : ` · ${incident.number}`}
      </p>
      <p className="written">{incident.note}</p>
      <ol>
        {incident.steps.map((step, index) => (
          <li key={`${step.do}${step.to}`}>
            <OneStep incident={incident} step={step} index={index} change={change} />
          </li>
        ))}
      </ol>
      {change.isError ? <Fault error={change.error} /> : null}
      {incident.closedAt === null ? (
        <Button
          variant="default"
          disabled={left}
          loading={change.isPending}
          onClick={() => change.mutate({ path: `/${incident.incidentId}/close`, body: {} })}
        >
          {t('conduct.close')}
        </Button>
      ) : (
        <p className="muted">
          {t('conduct.closed')} <Moment at={incident.closedAt} exact />
        </p>
      )}
    </article>
  );
}

interface StepProps {
  readonly incident: Incident;
  readonly step: Step;
  readonly index: number;
  readonly change: ReturnType<typeof useChange>;
}

function OneStep({ incident, step, index, change }: StepProps) {
  const { t, say } = useTexts();
  const addressee = useHotline().conduct?.addressees.find(({ id }) => id === step.to);
  const [how, setHow] = useState('phone');
  const [number, setNumber] = useState('');
  const [ground, setGround] = useState('');
  const byHand = addressee !== undefined && !addressee.byLetter;
  const given = (text: string) => (text.trim() === '' ? null : text.trim());
  const record = { how: byHand ? how : null, number: given(number), ground: given(ground) };
  const badge = step.overdue ? 'overdue' : step.duty;
  return (
    <div className={styles.step}>
      <span>
        {t(`conduct.do.${step.do}`, { to: say(addressee?.name) })}{' '}
        <Badge variant="light" color={step.overdue ? 'red' : 'gray'} tt="none" c="var(--ink)">
          {t(`conduct.duty.${badge}`)}
        </Badge>
      </span>
      {step.done === null ? null : (
        <span className="muted">
          {step.done.by} · <Moment at={step.done.at} exact />
          {step.done.how === null ? null : ` · ${t(`conduct.how.${step.done.how}`)}`}
          {[step.done.number, step.done.ground].map((part) => (part === null ? null : ` · ${part}`))}
        </span>
      )}
      {step.done === null && incident.closedAt === null ? (
        <div className={styles.actions}>
          {byHand ? (
            <>
              <NativeSelect
                label={t('conduct.howTold')}
                value={how}
                onChange={(event) => setHow(event.currentTarget.value)}
                data={(['phone', 'in-person'] as const).map((each) => ({
                  value: each,
                  label: t(`conduct.how.${each}`),
                }))}
              />
              <TextInput
                label={t('conduct.number')}
                value={number}
                maxLength={100}
                onChange={(event) => setNumber(event.currentTarget.value)}
              />
            </>
          ) : null}
          {step.ground ? (
            <TextInput
              label={t('conduct.ground')}
              required
              value={ground}
              maxLength={2000}
              onChange={(event) => setGround(event.currentTarget.value)}
            />
          ) : null}
          <Button
            size="sm"
            loading={change.isPending}
            disabled={step.ground && ground.trim() === ''}
            onClick={() => change.mutate({ path: `/${incident.incidentId}/steps/${index}`, body: record })}
          >
            {t('conduct.done')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
