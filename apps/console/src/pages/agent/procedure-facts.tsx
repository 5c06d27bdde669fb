import { Button } from '@mantine/core';
import { useNames } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { duration } from '../../time/format.ts';
import { Moment } from '../../ui/moment.tsx';
import type { WorkView } from '../../work/types.ts';
import styles from './agent.module.css';
import type { useVerbs } from './use-verbs.ts';

const plain = { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 10 } as const;

/** What procedures have left on the request: deadlines with their history, sessions, helpers. Nothing where there is nothing. */
export function ProcedureFacts({ work, verbs }: { work: WorkView; verbs: ReturnType<typeof useVerbs> }) {
  return (
    <>
      <Deadlines work={work} />
      <Sessions work={work} />
      <Guests work={work} verbs={verbs} />
    </>
  );
}

function Deadlines({ work }: { work: WorkView }) {
  const { t } = useTexts();
  const history = work.trail.filter(({ verb }) => verb === 'set-deadline').reverse();
  if (history.length === 0) return null;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return (
    <section className={styles.card}>
      <h2>{t('procedure.ownDeadline')}</h2>
      <ol style={plain}>
        {history.map(({ at, by, detail }, index) => (
          <li key={at}>
            {index === 0 ? (
              <strong>
                <Moment at={text(detail.dueAt)} exact />
              </strong>
            ) : (
              <s>
                <Moment at={text(detail.dueAt)} exact />
              </s>
            )}
            <div>{text(detail.note) || (detail.previousDueAt === null ? t('procedure.first') : '')}</div>
            <div className="small muted">
              <Moment at={at} />, {by.name}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sessions({ work }: { work: WorkView }) {
  const { t, language } = useTexts();
  const names = useNames();
  if (work.sessions.length === 0) return null;
  const lengthOf = ({ startedAt, endedAt }: WorkView['sessions'][number]) =>
    Date.parse(endedAt) - Date.parse(startedAt);
  const whole = work.sessions.reduce((sum, session) => sum + lengthOf(session), 0);
  return (
    <section className={styles.card}>
      <h2>{t('procedure.sessions')}</h2>
      <p className="small muted" style={{ margin: '0 0 10px' }}>
        {t('procedure.count', { count: work.sessions.length })}, {duration(whole, language)}
      </p>
      <ul style={plain}>
        {work.sessions.map((session) => (
          <li key={session.sessionId}>
            {names.tool(session.tool)}, <Moment at={session.startedAt} /> ({duration(lengthOf(session), language)})
            {session.note === null ? null : <div>{session.note}</div>}
            <div className="small muted">
              {t('procedure.consent', { name: session.consent.by })}, {names.consentHow(session.consent.how)} ·{' '}
              {session.by.name}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Guests({ work, verbs }: { work: WorkView; verbs: ReturnType<typeof useVerbs> }) {
  const { t } = useTexts();
  if (work.guests.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('procedure.guests')}</h2>
      <ul style={plain}>
        {work.guests.map((guest) => (
          <li key={guest.guestId}>
            <strong>{guest.name}</strong>
            <div>{guest.briefing}</div>
            {guest.notes.map((note) => (
              <blockquote
                key={note.at}
                style={{ margin: '8px 0', paddingLeft: 12, borderLeft: '3px solid var(--line)' }}
              >
                <span style={{ whiteSpace: 'pre-wrap' }}>{note.text}</span>
                <div className="small muted">
                  <Moment at={note.at} />
                </div>
              </blockquote>
            ))}
            <div className="small muted">
              {guest.revokedAt === null ? (
                <>
                  {guest.firstReadAt === null ? `${t('procedure.notRead')} · ` : ''}
                  {t('procedure.expires')} <Moment at={guest.expiresAt} />
                </>
              ) : (
                t('procedure.ended')
              )}
            </div>
            {guest.revokedAt === null && work.allowed.includes('revoke-guest') ? (
              <Button
                mt={6}
                size="xs"
                variant="default"
                loading={verbs.isPending}
                onClick={() => verbs.mutate({ verb: 'revoke-guest', body: { guestId: guest.guestId } })}
              >
                {t('procedure.revoke')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
