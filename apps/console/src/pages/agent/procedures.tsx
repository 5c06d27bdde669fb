import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useHotline, useNames } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import type { Verb, WorkView } from '../../work/types.ts';
import { EndServiceDialog } from '../documents/end-service-dialog.tsx';
import styles from './agent.module.css';
import { InviteDialog, ReclassifyDialog } from './people-dialogs.tsx';
import type { ProcedureProps } from './procedure-form.tsx';
import { DeadlineDialog, PostponeDialog, SessionDialog } from './time-dialogs.tsx';

const dialogs = {
  postpone: { verb: 'postpone', Dialog: PostponeDialog },
  deadline: { verb: 'set-deadline', Dialog: DeadlineDialog },
  session: { verb: 'record-session', Dialog: SessionDialog },
  service: { verb: 'end-service', Dialog: EndServiceDialog },
  reclassify: { verb: 'reclassify', Dialog: ReclassifyDialog },
  invite: { verb: 'invite-guest', Dialog: InviteDialog },
} as const satisfies Record<string, { verb: Verb; Dialog: (props: ProcedureProps) => React.ReactNode }>;
type Name = keyof typeof dialogs;

type Props = Omit<ProcedureProps, 'onClose'>;

/** The procedures that the regulation sets out, as far as they are possible now. */
export function ProcedureActions({ work, verbs }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Name | null>(null);
  const offered = (Object.keys(dialogs) as Name[]).filter((name) => work.allowed.includes(dialogs[name].verb));
  const Dialog = open === null ? null : dialogs[open].Dialog;
  return (
    <>
      {offered.map((name) => (
        <Button key={name} variant="default" onClick={() => setOpen(name)}>
          {t(`procedure.${name}`)}
        </Button>
      ))}
      {Dialog === null ? null : <Dialog work={work} verbs={verbs} onClose={() => setOpen(null)} />}
    </>
  );
}

/** Work that is put off: why, until when, and how to go on. */
export function PostponedNote({ work, verbs }: Props) {
  const { t } = useTexts();
  const names = useNames();
  const { postponement } = work;
  if (postponement === null) return null;
  return (
    <div className={styles.offer} role="note">
      <span>
        {t('procedure.postponed', { reason: names.reason(postponement.reason) })}{' '}
        {postponement.until === null ? null : (
          <>
            {t('procedure.postponedUntil')} <Moment at={postponement.until} exact />{' '}
          </>
        )}
        {postponement.untilReply ? t('procedure.untilReply') : null}
      </span>
      {work.allowed.includes('resume') ? (
        <Button
          variant="default"
          size="sm"
          loading={verbs.isPending}
          onClick={() => verbs.mutate({ verb: 'resume', body: {} })}
        >
          {t('procedure.resume')}
        </Button>
      ) : null}
    </div>
  );
}

/** The steps of a diagnosis: what is recorded, what lacks, and the next one. */
export function DiagnosisCard({ work, verbs }: Props) {
  const { t, say } = useTexts();
  const names = useNames();
  const steps = useHotline().diagnosisSteps;
  const can = work.allowed.includes('diagnose');
  const [chosen, setChosen] = useState('');
  const [choice, setChoice] = useState('');
  const [text, setText] = useState('');
  if (!can && work.diagnosis.length === 0) return null;
  const step = steps.find(({ id }) => id === (chosen || work.missingSteps[0])) ?? steps[0];
  const choices = step?.choices ?? [];
  const picked = choices.find(({ id }) => id === choice)?.id ?? choices[0]?.id;
  const words = text.trim();
  const record = (event: FormEvent) => {
    event.preventDefault();
    if (step === undefined || (picked === undefined && words === '') || verbs.isPending) return;
    const body = {
      step: step.id,
      ...(picked === undefined ? {} : { choice: picked }),
      ...(words === '' ? {} : { text: words }),
    };
    const next = () => {
      setChosen('');
      setText('');
    };
    verbs.mutate({ verb: 'diagnose', body }, { onSuccess: next });
  };
  return (
    <section className={styles.card}>
      <h2>{t('procedure.diagnosis')}</h2>
      <dl className={styles.facts}>
        {work.diagnosis.map((done) => (
          <div key={`${done.at}${done.step}`} style={{ display: 'contents' }}>
            <dt>{names.step(done.step)}</dt>
            <dd>
              {[choiceName(steps, done, say), done.text ?? ''].filter((part) => part !== '').join('. ')}
              <div className="small muted">
                <Moment at={done.at} />, {done.by.name}
              </div>
            </dd>
          </div>
        ))}
      </dl>
      {can ? (
        <form className={styles.composer} onSubmit={record} style={{ marginTop: 14 }}>
          {work.missingSteps.length === 0 ? null : (
            <p className="muted" style={{ margin: 0 }}>
              {t('procedure.missing', { steps: work.missingSteps.map(names.step).join(', ') })}
            </p>
          )}
          <NativeSelect
            label={t('procedure.step')}
            value={step?.id ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={steps.map((one) => ({ value: one.id, label: say(one.name) }))}
          />
          {choices.length === 0 ? null : (
            <NativeSelect
              label={t('procedure.choice')}
              value={picked ?? ''}
              onChange={(event) => setChoice(event.currentTarget.value)}
              data={choices.map((one) => ({ value: one.id, label: say(one.name) }))}
            />
          )}
          <Textarea
            label={t('procedure.words')}
            autosize
            minRows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="default" loading={verbs.isPending}>
              {t('procedure.confirmStep')}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}

type Steps = ReturnType<typeof useHotline>['diagnosisSteps'];
const choiceName = (
  steps: Steps,
  done: WorkView['diagnosis'][number],
  say: ReturnType<typeof useTexts>['say'],
): string => say(steps.find(({ id }) => id === done.step)?.choices.find(({ id }) => id === done.choice)?.name);
