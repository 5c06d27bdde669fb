import { Button, Progress, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { localDate } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { PageHeading } from '../../ui/page.tsx';
import { sayAloud } from '../../ui/say.ts';
import { Fault, FaultInFull, Loading, useProblemText } from '../../ui/states.tsx';
import { goToLine, Mistakes } from '../regulation/mistakes.tsx';
import {
  type Change,
  type Draft,
  type DraftBase,
  draftBaseQuery,
  mistakesOf,
  type Replayed,
  replayHistory,
} from './api.ts';
import { DraftForm, type DraftValues, wayOf } from './draft-form.tsx';
import { ReplayOutcome } from './outcome.tsx';
import styles from './what-if.module.css';

/** A draft of the regulation against the recorded history, before anybody has to live by it. */
export function WhatIfPage() {
  const { t, language } = useTexts();
  const base = useQuery(draftBaseQuery(language));
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('whatIf.title')}>
        <Link to="/manager">{t('whatIf.back')}</Link>
      </PageHeading>
      <p className={styles.lead}>{t('whatIf.lead')}</p>
      {base.isPending ? <Loading rows={5} /> : null}
      {base.isError ? <Fault error={base.error} onRetry={() => void base.refetch()} /> : null}
      {base.data === undefined ? null : <Bench base={base.data} />}
    </main>
  );
}

/** Only what differs from the regulation in force is sent. */
function draftOf(base: DraftBase, { values, text }: DraftValues): Draft {
  const known = [...base.targets, ...base.hours];
  const changes = known.flatMap(({ at, value }): Change[] => {
    const now = values[wayOf(at)]?.trim();
    return now === undefined || now === value ? [] : [{ at, to: now === '' ? null : now }];
  });
  return { changes, ...(text === base.text ? {} : { text }) };
}

function Bench({ base }: { base: DraftBase }) {
  const { t } = useTexts();
  const { timeZone } = useHotline();
  const today = localDate(platformNow(), timeZone);
  const [draft, setDraft] = useState<DraftValues>({ values: {}, text: base.text });
  const [period, setPeriod] = useState({ from: `${today.slice(0, 8)}01`, to: today });
  const source = useRef<HTMLTextAreaElement>(null);
  const { state, run, stop } = useReplay(base);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(draft, period);
  };
  return (
    <>
      <form onSubmit={submit} className={styles.form}>
        <DraftForm base={base} draft={draft} source={source} onChange={setDraft} />
        <div className={styles.run}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              required
              label={t(`whatIf.${end}`)}
              value={period[end]}
              onChange={(event) => setPeriod({ ...period, [end]: event.currentTarget.value })}
            />
          ))}
          {state.is === 'running' ? (
            <Button type="button" variant="default" onClick={stop}>
              {t('whatIf.stop')}
            </Button>
          ) : (
            <Button type="submit">{t('whatIf.run')}</Button>
          )}
          <Button
            type="button"
            variant="subtle"
            onClick={() => setDraft({ values: {}, text: base.text })}
            disabled={draft.text === base.text && Object.keys(draft.values).length === 0}
          >
            {t('whatIf.reset')}
          </Button>
        </div>
      </form>
      {state.is === 'running' ? (
        <Progress value={state.part * 100} aria-label={t('whatIf.running')} my="lg" size="lg" />
      ) : null}
      {state.is === 'failed' ? (
        <Refused error={state.error} onLine={(line) => source.current && goToLine(source.current, line)} />
      ) : null}
      {state.is === 'done' ? <ReplayOutcome replayed={state.replayed} /> : null}
    </>
  );
}

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly part: number }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'done'; readonly replayed: Replayed };

function useReplay(base: DraftBase) {
  const { t } = useTexts();
  const [state, setState] = useState<State>({ is: 'idle' });
  const running = useRef<AbortController>(undefined);
  const stop = () => {
    running.current?.abort();
    setState({ is: 'idle' });
  };
  const run = async (draft: DraftValues, period: { from: string; to: string }) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setState({ is: 'running', part: 0 });
    try {
      const onProgress = (part: number) => setState({ is: 'running', part });
      const replayed = await replayHistory(draftOf(base, draft), period, onProgress, mine.signal);
      setState({ is: 'done', replayed });
      sayAloud(t('whatIf.outcome'));
    } catch (error) {
      if (!mine.signal.aborted) setState({ is: 'failed', error });
    }
  };
  return { state, run, stop };
}

/** Why the draft was not replayed: every mistake with its line and clause. */
function Refused({ error, onLine }: { error: unknown; onLine: (line: number) => void }) {
  const { t } = useTexts();
  const say = useProblemText();
  const mistakes = mistakesOf(error);
  return (
    <div role="alert" className={styles.refused}>
      <h2>{t('problem.title')}</h2>
      {mistakes.length === 0 ? (
        <FaultInFull error={error} />
      ) : (
        <>
          <p>{say(error)}</p>
          <Mistakes mistakes={mistakes} onLine={onLine} />
        </>
      )}
    </div>
  );
}
