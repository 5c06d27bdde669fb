import { Button, NativeSelect, Tabs, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { ChosenFiles } from '../../files/file-picker.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { sayAloud } from '../../ui/say.ts';
import { useDraft } from '../../ui/use-draft.ts';
import type { CallOutcome, Verb, WorkView } from '../../work/types.ts';
import { ArticlePicker } from '../help/article-picker.tsx';
import styles from './agent.module.css';
import { type AnswerFiles, useAnswerFiles } from './use-answer-files.ts';
import type { useVerbs } from './use-verbs.ts';

type Verbs = ReturnType<typeof useVerbs>;

interface Props {
  readonly work: WorkView;
  readonly verbs: Verbs;
}

const tabs = [
  { verb: 'reply', tab: 'reply' },
  { verb: 'ask', tab: 'ask' },
  { verb: 'log-call', tab: 'call' },
  { verb: 'hand-over', tab: 'handOver' },
  { verb: 'vendor-answer', tab: 'vendor' },
] as const satisfies readonly { verb: Verb; tab: string }[];

/** What the agent does next: write, ask, call, hand over. Only what is possible now is offered. */
export function Composer({ work, verbs }: Props) {
  const { t } = useTexts();
  const vendors = useHotline().vendors.filter((vendor) => vendor.contracted);
  const offered = tabs.filter(
    ({ verb }) => work.allowed.includes(verb) && (verb !== 'hand-over' || vendors.length > 0),
  );
  const first = offered[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const files = useAnswerFiles(work.requestId, verbs);
  if (first === undefined) return null;
  const current = offered.find(({ tab }) => tab === chosen)?.tab ?? first.tab;
  return (
    <section className={styles.card} aria-label={t('composer.title')}>
      <Tabs value={current} onChange={setChosen}>
        <Tabs.List mb="md">
          {offered.map(({ tab }) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`composer.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {offered.map(({ tab }) => (
          <Tabs.Panel key={tab} value={tab}>
            {tab === current ? <Panel tab={tab} work={work} verbs={verbs} files={files} /> : null}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

interface Carrying extends Props {
  /** Null where what is written carries none. */
  readonly files: AnswerFiles | null;
}

function Panel({ tab, work, verbs, files }: Carrying & { tab: (typeof tabs)[number]['tab'] }) {
  if (tab === 'reply') return <Reply work={work} verbs={verbs} files={files} />;
  if (tab === 'ask') return <Words work={work} verbs={verbs} files={files} verb="ask" />;
  if (tab === 'vendor') return <Words work={work} verbs={verbs} files={null} verb="vendor-answer" />;
  if (tab === 'call') return <LogCall work={work} verbs={verbs} />;
  return <HandOver work={work} verbs={verbs} />;
}

function useAnswer({ work, verbs, files }: Carrying, name: string) {
  const { t } = useTexts();
  const [text, setText, forget] = useDraft(`${name}.${work.requestId}`, '');
  const isWaiting = files?.bringing.isBusy === true;
  const send = (verb: Verb) => {
    if (text.trim() === '' || verbs.isPending) return;
    if (isWaiting) return sayAloud(t('files.wait'), 'refused');
    const attachments = files?.files.map(({ fileId }) => fileId) ?? [];
    const body = { text: text.trim(), ...(attachments.length === 0 ? {} : { attachments }) };
    const onSuccess = () => {
      forget();
      files?.sent(attachments);
    };
    verbs.mutate({ verb, body }, { onSuccess });
  };
  return { text, setText, send, cannot: text.trim() === '' || isWaiting };
}

const Files = ({ files }: { files: AnswerFiles | null }) =>
  files === null ? null : (
    <ChosenFiles
      files={files.files}
      onChange={files.change}
      bringing={files.bringing}
      error={files.error}
      faults={files.faults}
    />
  );

function sendKey(send: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
}

function Reply({ work, verbs, files }: Carrying) {
  const { t } = useTexts();
  const answer = useAnswer({ work, verbs, files }, 'answer');
  const resolves = work.allowed.includes('resolve');
  const [picking, setPicking] = useState(false);
  return (
    <div className={styles.composer}>
      <Textarea
        label={t('composer.replyText')}
        autosize
        minRows={5}
        maxRows={20}
        maxLength={20000}
        value={answer.text}
        onChange={(event) => answer.setText(event.currentTarget.value)}
        onKeyDown={sendKey(() => answer.send(resolves ? 'resolve' : 'reply'))}
      />
      <Files files={files} />
      <div className={styles.actions}>
        {resolves ? (
          <Button onClick={() => answer.send('resolve')} disabled={answer.cannot} loading={verbs.isPending}>
            {t('composer.replyAndResolve')}
          </Button>
        ) : null}
        <Button
          variant={resolves ? 'default' : 'filled'}
          onClick={() => answer.send('reply')}
          disabled={answer.cannot}
          loading={verbs.isPending}
        >
          {t('composer.sendReply')}
        </Button>
        <Button variant="default" onClick={() => setPicking(true)}>
          {t('articles.answerWith')}
        </Button>
        <span className="small muted">{t('solve.keys')}</span>
      </div>
      <ArticlePicker
        requestId={work.requestId}
        opened={picking}
        onClose={() => setPicking(false)}
        onChosen={({ articleId, answer: text }) => {
          if (verbs.isPending) return;
          setPicking(false);
          verbs.mutate({ verb: 'reply', body: { text, articleId } });
        }}
      />
    </div>
  );
}

function Words({ work, verbs, files, verb }: Carrying & { verb: 'ask' | 'vendor-answer' }) {
  const { t } = useTexts();
  const answer = useAnswer({ work, verbs, files }, verb);
  return (
    <div className={styles.composer}>
      <Textarea
        label={t(verb === 'ask' ? 'composer.askText' : 'composer.vendorText')}
        description={t(verb === 'ask' ? 'composer.askMeans' : 'composer.vendorMeans')}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={20000}
        value={answer.text}
        onChange={(event) => answer.setText(event.currentTarget.value)}
        onKeyDown={sendKey(() => answer.send(verb))}
      />
      <Files files={files} />
      <div className={styles.actions}>
        <Button onClick={() => answer.send(verb)} disabled={answer.cannot} loading={verbs.isPending}>
          {t(verb === 'ask' ? 'composer.sendAsk' : 'composer.sendVendor')}
        </Button>
      </div>
    </div>
  );
}

const outcomes: readonly CallOutcome[] = ['answered', 'no-answer', 'busy', 'switched-off', 'wrong-number'];

function LogCall({ work, verbs }: Props) {
  const { t } = useTexts();
  const [note, setNote, forget] = useDraft(`call.${work.requestId}`, '');
  const log = (outcome: CallOutcome) => {
    if (verbs.isPending) return;
    const words = note.trim();
    verbs.mutate(
      { verb: 'log-call', body: { outcome, ...(words === '' ? {} : { note: words }) } },
      { onSuccess: forget },
    );
  };
  const series = work.calls.reduce((latest, call) => Math.max(latest, call.series), 0);
  const made = work.calls.filter((call) => call.series === series);
  return (
    <div className={styles.composer}>
      {made.length === 0 ? null : (
        <p style={{ margin: 0 }} className="muted">
          {t('composer.callsMade', { count: made.length })}: {made.map((call) => t(`call.${call.outcome}`)).join(', ')}
        </p>
      )}
      <Textarea
        label={t('composer.callNote')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <fieldset className={styles.outcomes} aria-label={t('composer.callOutcome')}>
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            variant={outcome === 'answered' ? 'filled' : 'default'}
            onClick={() => log(outcome)}
            disabled={verbs.isPending}
          >
            {t(`call.${outcome}`)}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

function HandOver({ work, verbs }: Props) {
  const { t, say } = useTexts();
  const vendors = useHotline().vendors.filter((vendor) => vendor.contracted);
  const [vendor, setVendor] = useState(vendors[0]?.id ?? '');
  const [note, setNote, forget] = useDraft(`hand-over.${work.requestId}`, '');
  const send = () => {
    const words = note.trim();
    verbs.mutate(
      { verb: 'hand-over', body: { vendor, ...(words === '' ? {} : { note: words }) } },
      { onSuccess: forget },
    );
  };
  return (
    <div className={styles.composer}>
      <NativeSelect
        label={t('composer.vendorChoice')}
        value={vendor}
        onChange={(event) => setVendor(event.currentTarget.value)}
        data={vendors.map((one) => ({ value: one.id, label: say(one.name) }))}
      />
      <Textarea
        label={t('composer.handOverNote')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button onClick={send} loading={verbs.isPending}>
          {t('composer.sendHandOver')}
        </Button>
      </div>
    </div>
  );
}
