import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import styles from './mailbox.module.css';

interface LetterLine {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

interface Letter extends LetterLine {
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const route = getRouteApi('/staff/mailbox');

/** The letters that the default set-up keeps instead of sending: what requesters would have received. */
export function MailboxPage() {
  const { t } = useTexts();
  const { letter } = route.useSearch();
  const letters = useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => api.get<LetterLine[]>('/gateway/mailbox?limit=200', signal),
    refetchInterval: 3_000,
  });
  const chosen = letter ?? letters.data?.[0]?.id;
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('mailbox.title')} />
      <p className="muted">{t('mailbox.about')}</p>
      {letters.isPending ? <Loading rows={5} height={60} /> : null}
      {letters.isError && letters.data === undefined ? (
        <Fault error={letters.error} onRetry={() => void letters.refetch()} />
      ) : null}
      {letters.data?.length === 0 ? <Empty title={t('mailbox.empty')} /> : null}
      {letters.data === undefined || letters.data.length === 0 ? null : (
        <div className={styles.columns}>
          <nav aria-label={t('mailbox.title')}>
            <ul className={styles.list}>
              {letters.data.map((line) => (
                <li key={line.id}>
                  <Link
                    to="/mailbox"
                    search={{ letter: line.id }}
                    className={styles.line}
                    data-chosen={line.id === chosen}
                    aria-current={line.id === chosen ? 'true' : undefined}
                  >
                    <span className={styles.subject}>{line.subject}</span>
                    <span className="small muted">
                      {line.to} · <Moment at={line.at} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {chosen === undefined ? null : <LetterView id={chosen} />}
        </div>
      )}
    </main>
  );
}

function LetterView({ id }: { id: string }) {
  const { t } = useTexts();
  const letter = useQuery({
    queryKey: ['letter', id],
    queryFn: ({ signal }) => api.get<Letter>(`/gateway/mailbox/${encodeURIComponent(id)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (letter.isPending) return <Loading rows={3} height={60} />;
  if (letter.isError) return <Fault error={letter.error} onRetry={() => void letter.refetch()} />;
  const { subject, from, to, at, text } = letter.data;
  return (
    <article className={styles.letter} aria-label={subject}>
      <h2>{subject}</h2>
      <div className="small muted">
        {t('mailbox.from')} {from}
        <br />
        {t('mailbox.to')} {to}
        <br />
        <Moment at={at} exact />
      </div>
      <div className={`written ${styles.body}`}>{text}</div>
    </article>
  );
}
