import { Button, Textarea } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RequestView } from '../../api/types.ts';
import { useHotline, useNames } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { FileList } from '../../files/file-list.tsx';
import { filesOfRequest } from '../../files/source.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Recordings } from '../../recordings/recordings.tsx';
import { ClauseMark } from '../../ui/clause.tsx';
import { Conversation } from '../../ui/conversation.tsx';
import { Moment } from '../../ui/moment.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { requestQuery, workQuery } from '../../work/api.ts';
import { ClockPanel } from '../../work/clock-panel.tsx';
import { CloseDialog } from '../../work/close-dialog.tsx';
import { useLive } from '../../work/live.ts';
import { OwnFields, Requester } from '../../work/requester.tsx';
import { Trail } from '../../work/trail.tsx';
import type { WorkView } from '../../work/types.ts';
import { BlockCard } from '../blocks/block-card.tsx';
import { Incidents } from '../conduct/incidents.tsx';
import styles from './agent.module.css';
import { Composer } from './composer.tsx';
import { Letters } from './letters.tsx';
import { ProcedureFacts } from './procedure-facts.tsx';
import { DiagnosisCard, PostponedNote, ProcedureActions } from './procedures.tsx';
import { refreshRequest, useVerbs } from './use-verbs.ts';

const route = getRouteApi('/staff/agent/$requestId');

/** One request with everything about it: the question, the conversation, the clocks, the trail, and what can be done now. */
export function RequestPage() {
  const { requestId } = route.useParams();
  const { t } = useTexts();
  const work = useQuery(workQuery(requestId));
  const request = useQuery(requestQuery(requestId));
  useLive((news) => {
    if (news === 'missed' || news.some((event) => event.requestId === requestId)) refreshRequest(requestId);
  });
  const fault = work.data === undefined || request.data === undefined ? (work.error ?? request.error) : null;
  return (
    <main id="main" className={layout.main}>
      <p style={{ margin: '0 0 12px' }}>
        <Link to="/agent">{t('agent.back')}</Link>
      </p>
      {fault === null ? null : <Fault error={fault} onRetry={() => refreshRequest(requestId)} />}
      {fault === null && (work.data === undefined || request.data === undefined) ? (
        <Loading rows={5} height={80} />
      ) : null}
      {work.data === undefined || request.data === undefined ? null : (
        <Whole key={requestId} work={work.data} request={request.data} />
      )}
    </main>
  );
}

function Whole({ work, request }: { work: WorkView; request: RequestView }) {
  const { t } = useTexts();
  const names = useNames();
  const { conduct, recordings } = useHotline();
  const verbs = useVerbs(work.requestId);
  const [closing, setClosing] = useState(false);
  const canClose = work.allowed.includes('cancel') || work.allowed.includes('decline');
  return (
    <>
      <PageHeading title={displayNumber(request.number)}>
        <StatusBadge status={work.status} />
      </PageHeading>
      <p className="muted" style={{ margin: '6px 0 0' }}>
        {names.category(work.category)} · <Moment at={request.submittedAt} exact /> ·{' '}
        {names.entryPoint(request.entryPoint)}
        {work.agent === null ? null : ` · ${work.agent.name}`}
      </p>
      <div className={styles.columns}>
        <div className={styles.main}>
          {work.cancelOffer === null ? null : <CancelOffer work={work} onCancel={() => setClosing(true)} />}
          <PostponedNote work={work} verbs={verbs} />
          <p className={`written ${styles.question}`} lang={request.language}>
            {request.text}
          </p>
          <FileList files={request.conversation[0]?.files ?? []} source={filesOfRequest(request.requestId)} />
          <Conversation messages={laterThan(request)} mine="staff" files={filesOfRequest(request.requestId)} />
          <DiagnosisCard work={work} verbs={verbs} />
          <Composer work={work} verbs={verbs} />
          <div className={styles.actions}>
            {work.allowed.includes('take') ? (
              <Button
                loading={verbs.isPending}
                onClick={() => verbs.mutate({ verb: 'take', body: { version: work.version } })}
              >
                {t('verb.take')}
              </Button>
            ) : null}
            {work.allowed.includes('resolve') ? (
              <Button
                variant="default"
                loading={verbs.isPending}
                onClick={() => verbs.mutate({ verb: 'resolve', body: {} })}
              >
                {t('verb.resolveSilently')}
              </Button>
            ) : null}
            <ProcedureActions work={work} verbs={verbs} />
            {canClose ? (
              <Button variant="default" onClick={() => setClosing(true)}>
                {t('verb.close')}
              </Button>
            ) : null}
          </div>
          {work.allowed.includes('reopen') ? <Reopen verbs={verbs} /> : null}
        </div>
        <aside className={styles.side} aria-label={t('request.about')}>
          <section className={styles.card}>
            <h2>{t('request.clocks')}</h2>
            <ClockPanel requestId={work.requestId} />
          </section>
          {recordings === null ? null : (
            <section className={styles.card}>
              <h2>
                {t('recordings.title')} <ClauseMark number={recordings.clause} />
              </h2>
              <Recordings requestId={work.requestId} />
            </section>
          )}
          {conduct === null ? null : (
            <section className={styles.card}>
              <h2>{t('conduct.title')}</h2>
              <Incidents requestId={work.requestId} />
            </section>
          )}
          <BlockCard request={request} className={styles.card} />
          <section className={styles.card}>
            <h2>{t('request.about')}</h2>
            <dl className={styles.facts}>
              <Requester request={request} />
              <OwnFields request={request} />
            </dl>
          </section>
          <ProcedureFacts work={work} verbs={verbs} />
          <Letters letters={request.letters} />
          <section className={styles.card}>
            <h2>{t('request.trail')}</h2>
            <Trail trail={work.trail} />
          </section>
        </aside>
      </div>
      <CloseDialog
        opened={closing}
        allowed={work.allowed}
        busy={verbs.isPending}
        offered={work.cancelOffer?.reason}
        onClose={() => setClosing(false)}
        onConfirm={(verb, body) => verbs.mutate({ verb, body }, { onSuccess: () => setClosing(false) })}
      />
    </>
  );
}

/** The question itself stands above; the conversation shows what came after it. */
function laterThan(request: RequestView) {
  const [first, ...later] = request.conversation;
  return first !== undefined && first.from === 'requester' && first.text === request.text
    ? later
    : request.conversation;
}

function CancelOffer({ work, onCancel }: { work: WorkView; onCancel: () => void }) {
  const { t } = useTexts();
  const names = useNames();
  return (
    <div className={styles.offer} role="note">
      <span>
        {t('request.cancelOffer', { reason: names.reason(work.cancelOffer?.reason) })}{' '}
        <ClauseMark number={work.cancelOffer?.clause} />
        {work.cancelOffer?.summary == null ? null : (
          <span className="small" style={{ display: 'block', whiteSpace: 'pre-line', marginTop: 8 }}>
            {t('procedure.summary')}
            {'\n'}
            {work.cancelOffer.summary}
          </span>
        )}
      </span>
      <Button variant="default" size="sm" onClick={onCancel}>
        {t('verb.close')}
      </Button>
    </div>
  );
}

function Reopen({ verbs }: { verbs: ReturnType<typeof useVerbs> }) {
  const { t } = useTexts();
  const [because, setBecause] = useState('');
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (because.trim() !== '')
          verbs.mutate({ verb: 'reopen', body: { because: because.trim() } }, { onSuccess: () => setBecause('') });
      }}
    >
      <Textarea
        label={t('request.reopenBecause')}
        autosize
        minRows={2}
        maxLength={2000}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" disabled={because.trim() === ''} loading={verbs.isPending}>
          {t('verb.reopen')}
        </Button>
      </div>
    </form>
  );
}
